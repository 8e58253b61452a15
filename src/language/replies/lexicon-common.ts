/**
 * Ordinary words with no role of their own here. Knowing them keeps them from being taken for a
 * name after "bu" or for a misspelt key word.
 */
export const COMMON = `
sieun kuatir khawatir wedi malu kena banyak posisi bukti besar kecil benar sering selalu jarang kadang
biasa biasanya cukup kurang lebih paling terlalu makin semakin kira rasa hati hal cara macam jenis
bentuk bagian pihak depan belakang samping atas bawah luar dalam kiri kanan dekat sana sini situ
sebelah seberang tengah ujung awal akhir tahap proses hasil soal masalah sabar senyum ketawa
cerita gosip kabar berita sama-sama kembali balik ambil taruh taro simpen cari nyari kasih kasi
beri beli belanja bantu bantuin nolong nonton denger dengar dengerin main maenan tidur bobo bangun
mandi masak sholat solat shalat salat sembahyang berdiri pinter pintar cantik ganteng cinta benci
takut kaget bosen bosan kesel kesal marah bahagia gembira lucu aneh unik muda tua lemah lambat
dingin adem basah kering bersih kotor mahal gampang mudah ringan tebal tipis tinggi rendah panjang
pendek lebar sempit tutup lupa ingat inget pikir putih hitam merah biru hijau kuning ungu coklat
abu pink emas perak nasi ayam ikan sayur buah kue air susu roti beras minyak garam uang duit harga
gang jembatan sungai gunung pantai langit bumi matahari bintang hujan an angin awan tanah batu
kayu besi kaca plastik kertas buku pensil meja pintu jendela dapur atap tembok pagar halaman kebun
taman gereja polisi tentara murid siswa mahasiswa petani pedagang perawat pegawai pejabat
raja ratu negara kota provinsi kabupaten dunia indonesia tangerang pusat nasional umum khusus
resmi sosial politik ekonomi budaya agama sejarah ilmu bahasa kalimat huruf angka jumlah ukuran
setengah seperempat sepertiga ribu ratus juta puluh belas pertama kedua ketiga keempat terakhir
tiap setiap masing masing-masing beberapa berbagai segala hampir sekitar bersama antar sambil
seperti kayak kyk kek macem bagai selain bahkan malah malahan justru apalagi bagaimanapun
semestinya kebetulan sengaja untungnya pokoknya intinya tujuan fungsi guna pengaruh ngaruh
nambah tambah kurangi ubah putus sambung henti berhenti stop terus google goggle youtube facebook
fb instagram ig tiktok twitter chat pesan vc sms email surel klik download unduh upload unggah
install versi fitur menu help start tes test testing cek ngetes check p a b c x z asdf qwerty bau
harum enak nikmat lezat kenyang laper lapar haus mulut bibir hidung wajah muka kulit darah tulang
otot jari tumit dengkul lutut siku bahu nafas napas suara bunyi musik lagu film bola badminton
voli renang lari jogging pesawat kapal perahu stasiun terminal bandara pelabuhan halte macet sepi
ramai rame bising tenang bahaya hati-hati awas lindungi selamatkan ampun terserah bebas bebasin
paksa maksa izinkan dunk dech gitu gt gtu begitu bgtu begini gini bgini nitip titip nitipin
titipin bawain ambilin beliin cariin
`;
