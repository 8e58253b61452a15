/**
 * Ordinary words with no role of their own here. Knowing them keeps them from being taken for a
 * name after "bu" or for a misspelt key word.
 */
export const COMMON = `
sieun kuatir khawatir wedi malu kena bikin ngerjain nyiapin goreng rebus nyapu ngepel jemur nanam nyiram petik motong potong ngangkut masang nganyam nenun nyulam ngupas ngaduk nyusun ngatur ngitung banyak bukti besar kecil sering selalu
kadang biasa biasanya kurang lebih paling terlalu makin semakin kira rasa hati hal cara
macam jenis bentuk bagian pihak depan belakang samping atas bawah luar dalam kiri kanan sana
sini situ sebelah seberang tengah ujung awal akhir tahap proses hasil masalah sabar senyum
ketawa cerita gosip kabar berita sama-sama kembali balik ambil taruh taro simpen kasih
beri beli belanja bantu bantuin nolong nonton denger dengar dengerin main maenan tidur bobo
bangun mandi sholat solat shalat salat sembahyang berdiri pinter pintar cantik ganteng cinta
benci takut kaget bosen bosan kesel kesal marah bahagia gembira lucu aneh unik muda tua lemah
lambat dingin adem basah kering bersih kotor gampang mudah ringan tebal tipis tinggi rendah
panjang pendek lebar sempit tutup ingat inget pikir putih hitam merah biru hijau kuning ungu
coklat abu pink emas perak nasi ayam ikan sayur buah kue air susu roti beras minyak garam uang
duit harga gang jembatan sungai gunung pantai langit bumi matahari bintang angin
tanah batu kayu besi kaca plastik kertas buku pensil meja pintu jendela dapur atap tembok pagar
halaman kebun taman polisi tentara murid siswa mahasiswa petani pedagang perawat pegawai
pejabat raja ratu negara kota provinsi kabupaten dunia indonesia tangerang pusat nasional umum
khusus resmi sosial politik ekonomi budaya agama sejarah ilmu bahasa kalimat huruf angka jumlah
ukuran setengah seperempat sepertiga ribu ratus juta puluh belas pertama kedua ketiga keempat
terakhir tiap setiap masing masing-masing beberapa berbagai segala hampir sekitar
sambil seperti kayak kyk kek macem bagai bahkan malahan justru apalagi
semestinya sengaja intinya tujuan fungsi guna pengaruh ngaruh nambah
tambah kurangi ubah putus sambung henti berhenti stop google goggle youtube facebook fb
instagram ig tiktok twitter chat pesan vc sms email surel download unduh unggah
install versi fitur menu help start tes test testing ngetes check p a b c x z asdf qwerty bau
harum nikmat lezat kenyang laper lapar haus mulut bibir hidung wajah muka kulit darah tulang
otot jari tumit dengkul lutut siku bahu nafas napas suara bunyi musik lagu film bola badminton
voli renang lari jogging pesawat kapal perahu stasiun terminal bandara pelabuhan halte macet sepi
ramai bising bahaya hati-hati awas lindungi selamatkan terserah bebas bebasin
paksa maksa izinkan gitu gt gtu begitu bgtu bgini nitip titip nitipin
titipin ambilin beliin tebengan tumpangan mampir ngumpul kunci dompet pikun
hendak positif wow astaga pemda sahur tarawih detik organ acak aktif ahli ajak ajar akrab alat
alami alir ambisi ancam aneka anggap anggur angkat antri antrian anut apik arah asap asli atur
awet ayat ayun babak bahan bahas baik-baik bakat bakar bangga bangsa banjar barang batas bawel
beban beda bela bilangan bingkai bonus botol bubuk bukit bulat bumbu bunga buruk cabang cahaya
calon campur cerah ceria cerdas cermin ciri cocok contoh cuaca curiga dalih damai dasar demikian
derita desain diam diri dorong dukung empuk favorit festival gabut gaduh galak ganggu garis gaul
gaya gembok gerak geser gigih giliran godaan golongan gugup gunting halus hancur hemat
heran hobi hormat ide ikhlas imbau inisiatif jajan jalur janggal jarak jatah jelek jendral
jenuh judul jujur kabur kacau kalah kalem karakter karya kebal keliling keluh kembang kemas
keras keringat kesan ketat kilat kocok komplain kompor konyol kosan kotak kritik kuasa kulkas
kumpulan kurus laku langgan latihan layak ledak lega lembar lepas liar lincah lipat luas lurus
maju makna maling manis manusia marga matang melek menang menarik mental merdu mewah milik mimpi
minimal minus modal modern momen motivasi mulus murni musim nasib nekat netral nilai
normal nyata obral obrolan olahraga omelan optimis pahit pakar palsu pamer pangkat panik panutan
parah paras partner pasrah patuh payung peduli pelan pendapat pengalaman percaya peran perilaku
persen pilihan piring plong polos porsi potret praktis prestasi pribadi prinsip program protes
puas pujian punya rajin rakyat rapi rapih ratusan rebut receh rela remaja resah resep resiko riang
ribut rincian rindu risih rombong rumit rutin saing salut sampah santun sarana sebal sebut segan
sejuk selera seluk semut sendu senior sensitif serba seri serius setor sewa sial sifat sigap
silakan silahkan singkat sinis sisa situs skala solusi sopan spesial stabil strategi stres stress
suasana sumbang sungguh sungkan supel surut susun swasta syahdu taat tahan tampil tanda tanggap
tanggung tangkas tebak tega tegas tekad teladan telaten teliti tentram tepat tertib tips
titik toleransi total tradisi tragis transparan tuntas tutor umat undi unggul utama valid variasi
visi wajar wibawa wujud
`;
