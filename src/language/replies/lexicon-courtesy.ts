/**
 * Words that carry politeness and persons, not attendance: greetings, thanks, apologies, wishes,
 * titles. They are transparent when a status is sought. Same notation as the grammar lexicon.
 */
export const COURTESY = `
assalamualaikum greet = assalamualaikumm assalammualaikum asalamualaikum assalamualikum assalamu_alaikum assalamu_alaykum assalaamualaikum aslmkm askum ass asw aslm assalamualaykum asslamualaikum assalamuallaikum assalam samlikum salamlekum assalamualaikumwrwb assalamualikom
waalaikumsalam greet = waalaikumussalam walaikumsalam wa'alaikum_salam wlkmslm wslm wa'alaikumsallam wa'alaikum alaikumsalam waallaikumsalam wa_alaikum_salam walaikum_salam wassalam wasalam wassalamualaikum wassallam wss wr wb warahmatullahi wabarakatuh wabarokatuh warahmatullah warohmatullahi warohmatulloh wa_rahmatullah wrwb wrahmatullahi wbr
selamat greet = selamat_datang slamat slmt selamet met sugeng wilujeng good_morning morning good_afternoon met_pagi enjing_bu salam_sejahtera
halo greet = hallo hello hai hay hi haloo helo hei hey hy alo punten_bade
permisi greet = permisii prmisi misi nuwun_sewu nuwunsewu sampurasun rampes kulanuwun kulo_nuwun amit
terima_kasih thanks = terima_kasih_sudah_hadir terima_kasih_sudah_datang makasih_sudah_hadir makasih_sudah_datang terimakasih_sudah_hadir terimakasih_sudah_datang terima_kasih_atas_kehadiran terima_kasih_atas_kehadirannya terimakasih trimakasih trima_kasih terimaksih terimakasi trimakasi makasih makasi mksh mksih makasihh mkasih makasi2 mksi mkasi mks maksih makaci makacih makaseh maacih macih trims trim trimss tks thx thank thanks thankyou thank_you thank_u thankss tq ty tengkyu tengkiu tengs tenkyu nuhun hatur_nuhun hatur_nuhunn haturnuhun nuhunn htr_nhn matur_nuwun matur_suwun maturnuwun matursuwun suwun nuwun mtr_nwn sembah_nuwun tarimo_kasih tarimo_kasi mokasih syukron sukron syukran jazakallah jazakillah jazakumullah jazakallahu jazakumullahu jazakalloh khairan khoiron katsiron katsiran katsir terimakasih_banyak terima_kasih_banyak makasih_banyak mksh_bnyk trmksh trmksih terma_kasih tararengkyu arigato gomawo makasiih terimakash terima_ksih trm_kasih trmakasih hatur_tengkyu
maaf sorry = dimaafkan dimaafin dimaapin dimaklumkan mohon_dimaafkan sepurane sepuntene ngapurane pangapurane nyuwun_pangapuro maap maf mf mff maav maaff maafin maafkan maapin mhn_maaf mohonmaaf sorry sori sory sry sorri afwan apwan hapunten hampura hapuntenna punten pangapunten ngapunten ngapuro ngapura nyuwun_sewu ngapuntene apunten minta_maaf meminta_maaf permohonan_maaf mintamaaf pangapura pangapuntene mapan_maaf pnten hapuntn
mohon please = mohn mhon moga_berkenan mohonn mon nyuwun nyuhunkeun neda
minta request = mnta mintak pinta jaluk nedha menta mintain
tolong request = tlong tlg tlng tulung please plis pliss pls
sebelumnya_maaf filler = sebelumnya_mohon_maaf maaf_sebelumnya maaf_sblmnya sebelum_nya
menyesal regret = nyesel nyesal menyesal_sekali sedih menyayangkan dengan_berat_hati berat_hati dengan_sangat_menyesal kecewa
selamat_bertugas wish = selamat_bekerja met_bertugas selamat_istirahat selamat_beraktivitas selamat_tidur selamat_jalan met_istirahat selamat_berbahagia selamat_menunaikan
harap_maklum wish = dimaklumi dimaklum maklum mklum maklumi mohon_maklum harap_dimaklumi mohon_pengertian pengertian pengertiannya pengertianya mohon_dimengerti permakluman mohon_kemakluman harap_dimengerti dimengerti_ya
sukses wish = lancar lancer lancarr sukses2 semoga_sukses semoga_lancar sukses_selalu dilancarkan dimudahkan diberkahi berkah barokah bermanfaat brmanfaat manfaat success diberi_kelancaran kelancaran lancar_jaya
lekas_sembuh wish = cepat_sembuh cepet_sembuh lekas_pulih segera_sembuh lekas_sehat syafakillah syafakallah syafahullah gws get_well_soon cpt_sembuh disembuhkan diangkat_penyakitnya cepet_pulih
amin wish = aamiin amiin aamin aamiiin amiiin amen aminn amiinn aamiinn amin2 aamiin_yra allahumma ya_allah yra rabbal robbal alamin alamiin yarobbal yaa_rabb ya_rabb rabb
doa wish = doanya doakan doain mohon_doa mohon_doanya didoakan didoain pidoa pangdoa pandonga doaken minta_doa minta_doanya doa_restu doanye
titip_salam wish = titip_slm salam slam salam_buat salam_hormat salam_takzim slm salamin salam_sehat titip_absen_salam
innalillahi pray,mourn = innalilahi inalillahi innalillah wainnailaihi rojiun rajiun wa_inna_ilaihi_rojiun wainna_ilaihi_rojiun wainna_ilaihi_raji'un wa_inna_ilaihi_raji'un innalillahi_wa_inna_ilaihi_rojiun innalillahi_wainnailaihi_rojiun
belasungkawa condolence = turut_berduka turut_berduka_cita berbelasungkawa turut_berbelasungkawa bela_sungkawa ikut_berduka ikut_berduka_cita turut_belasungkawa husnul khotimah khatimah husnul_khotimah alfatihah al_fatihah ikut_prihatin turut_prihatin
alhamdulillah pray = untung untungnya qadarullah qodarullah qadarulloh alhamdulilah alhamdulilla alhmdulillah alhamdulillaah alhamdulillahh alhamdullilah alhamdulillah_ya hamdalah syukur syukurlah syukur_alhamdulillah puji_tuhan puji_syukur alhmdllh alhamdullillah
masya_allah pray = masyaallah masyallah masyaalloh subhanallah subhanalloh barakallah barakallahu barokallah astagfirullah astaghfirullah allah alloh tuhan gusti demi_allah wallahi maasya_allah allahuakbar laa_ilaaha
ulang_tahun congrats = milad ultah hbd lebaran_greeting idul fitri adha lahir_batin lahir_dan_batin minal aidin walfaizin walfaidzin faizin idul_fitri idul_adha
bu honor = ibu buu buk bukk bunda bund bun bnda ibuk bu2 emak_bu mam moms mom bundaa bunn ibu-ibu ibu2 buibu ibuu
pak honor = bapak pa pakk pk bpk bapakk bang bng abang bg ndan komandan dan_ndan pakdhe pakbos bapak2 sdr tuan sdri
bapak_ibu honor = bapak_dan_ibu bpk_ibu ibu_bapak bpk_dan_ibu bapak_ibu_sekalian bapak/ibu ibu/bapak bpk/ibu sdr/i bapak_atau_ibu
teh honor = teteh tteh tehh
mas honor = mass mz kang akang kng gus cak kakang aa cece ci cik uni udo ncang encing nyai ceu ceuceu euceu ceuk neng nong jeng mpok pok empok bude budhe buk_de ayuk yunda uwak wak bro bray sis gan agan bos bosku boskuh bosq boskuu bosquee ukh ukhti akhi mbak mb mba mbaa mbakk mbk beb gaes guys gais man
kak honor = kakk kaka kka kk dek de dik dinda ustad ustadz ustadzah ustaz ust kyai habib buya
admin honor = min adminn
hj title = haji hajah hajjah h. hj. drs dra ir dr.h
lurah title = lurahh camat kabid kadis kadinsos kasi kasie sekdis walikota wali_kota wakil_walikota sekel sekretaris_kelurahan rt rw erte erwe ketua ketua_psm ketua_rt ketua_rw bu_ketua koordinator koor korcam korkel korda bendahara sekretaris kader kapolsek babinsa bhabinkamtibmas dinsos_kabid pembina narasumber pembicara kades presiden menteri gubernur bupati pengurus staf_kelurahan
pkk org,duty = dharma_wanita_persatuan
perkumpulan org = karang_taruna bpbd bkkbn koperasi umkm ukm partai muslimat fatayat aisyiyah pramuka guru bidan dharma_wanita posbindu_lain gereja majlis_taklim dkm
psm role = tksk pekerja_sosial peksos kadernya kader_psm psm_kelurahan psm_kel tagana
larangan area = jaya indah petir babakan pondok_bahar pondok_pucung kebon_besar larangan_utara larangan_selatan larangan_indah pinang karang_tengah karang_timur karang_mulya tanah_tinggi pasar_baru pasar_kemis sukasari nusa_jaya gebang_raya
kelurahan area = kel keluraha klurahan kelrahan kecamatan kec kcmtn desa kampung_kelurahan kp wilayah wil lingkungan keluarahan kelurhan kotaa
nama naming = nma namaku nm namanya namax a.n. a.n an a/n ats_nm atas_nama_saya nami jenengku aran
pesan_tempel media = stiker sticker foto gambar video gif dokumen pesan_suara voice_note media_tidak_disertakan media_omitted stiker_tidak pesan_ini_telah_dihapus anda_menghapus_pesan_ini this_message_was_deleted image audio lampiran file
`;
