/// Korean surnames with the ways of writing them in Latin letters.
enum KoreanSurnames {
  /// Surnames that hardly ever are a syllable of a given name.
  static let sure: Set<String> = ["kim", "gim", "pak", "park", "choe", "choi", "lee", "rhee"]

  /// The first spelling of a surname in the table; nil where it is none.
  static func canonical(_ surname: String) -> String? { table[surname] }

  /// A line a surname; the North Korean spelling first.
  private static let table: [String: String] = {
    var result: [String: String] = [:]
    for line in lines.split(separator: "\n") {
      let spellings = line.split(separator: " ").map(String.init)
      for spelling in spellings where result[spelling] == nil { result[spelling] = spellings.first }
    }
    return result
  }()

  private static let lines = """
    kim gim
    pak park bak bahk
    choe choi choy
    ri li lee yi rhee rhie
    jong chong jung chung jeong cheong
    jo cho
    jang chang
    paek baek paik baik
    ro no noh roh
    rim im lim yim
    yu ryu yoo ryoo lyu
    sin shin
    u woo wu
    o oh
    an ahn
    yun yoon youn
    mun moon
    kang gang
    ko go koh
    kwon gwon kweon
    kwak gwak
    ku koo gu
    han hahn
    hong
    ho heo hur huh
    hwang whang
    hyon hyun hyeon
    song
    so seo suh
    son sohn
    pae bae
    pang bang
    pyon byun byon byeon
    pyo
    phyo
    na ra rha
    nam nahm
    min
    ma
    mo
    maeng
    ju joo chu choo
    ji chi jee
    jin chin
    jon jeon chon jun chun cheon
    cha
    chae
    to do
    thae tae
    kil gil
    ki
    om um eom
    yang ryang
    yon yeon ryon
    yom yeom ryom
    yo yeo ryo
    ham
    ha
    sok seok suk
    sim shim
    sung seong
    pong bong
    kum geum
    kye gye
    tan dan
    wi
    """
}
