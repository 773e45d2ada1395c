// The files that the binary carries inside. A test compares this list with the folder.
#include "embedded.h"

static const unsigned char schema_sql[] = {
#embed "../../schema.sql"
};

static const unsigned char data_authorities_csv[] = {
#embed "../../data/authorities.csv"
};

static const unsigned char data_facts_office_holders_csv[] = {
#embed "../../data/facts/office-holders.csv"
};

static const unsigned char data_facts_weapons_tests_csv[] = {
#embed "../../data/facts/weapons-tests.csv"
};

static const unsigned char data_instruments_agreements_csv[] = {
#embed "../../data/instruments/agreements.csv"
};

static const unsigned char data_instruments_executive_orders_csv[] = {
#embed "../../data/instruments/executive-orders.csv"
};

static const unsigned char data_instruments_laws_csv[] = {
#embed "../../data/instruments/laws.csv"
};

static const unsigned char data_instruments_resolutions_csv[] = {
#embed "../../data/instruments/resolutions.csv"
};

static const unsigned char data_lexicon_cues_csv[] = {
#embed "../../data/lexicon/cues.csv"
};

static const unsigned char data_lexicon_english_words_txt[] = {
#embed "../../data/lexicon/english-words.txt"
};

static const unsigned char data_lexicon_events_csv[] = {
#embed "../../data/lexicon/events.csv"
};

static const unsigned char data_lexicon_given_names_txt[] = {
#embed "../../data/lexicon/given-names.txt"
};

static const unsigned char data_lexicon_nominals_csv[] = {
#embed "../../data/lexicon/nominals.csv"
};

static const unsigned char data_lexicon_not_names_csv[] = {
#embed "../../data/lexicon/not-names.csv"
};

static const unsigned char data_lexicon_spellings_csv[] = {
#embed "../../data/lexicon/spellings.csv"
};

static const unsigned char data_lexicon_surnames_cn_txt[] = {
#embed "../../data/lexicon/surnames-cn.txt"
};

static const unsigned char data_lexicon_surnames_kr_txt[] = {
#embed "../../data/lexicon/surnames-kr.txt"
};

static const unsigned char data_lexicon_verbs_csv[] = {
#embed "../../data/lexicon/verbs.csv"
};

static const unsigned char data_lexicon_word_classes_csv[] = {
#embed "../../data/lexicon/word-classes.csv"
};

static const unsigned char data_lists_csv[] = {
#embed "../../data/lists.csv"
};
static const unsigned char data_names_airlines_csv[] = {
#embed "../../data/names/airlines.csv"
};

static const unsigned char data_names_banks_csv[] = {
#embed "../../data/names/banks.csv"
};

static const unsigned char data_names_companies_csv[] = {
#embed "../../data/names/companies.csv"
};

static const unsigned char data_names_countries_csv[] = {
#embed "../../data/names/countries.csv"
};

static const unsigned char data_names_organizations_csv[] = {
#embed "../../data/names/organizations.csv"
};

static const unsigned char data_names_persons_csv[] = {
#embed "../../data/names/persons.csv"
};

static const unsigned char data_names_places_csv[] = {
#embed "../../data/names/places.csv"
};

static const unsigned char data_names_vessels_csv[] = {
#embed "../../data/names/vessels.csv"
};

static const unsigned char data_pages_markers_csv[] = {
#embed "../../data/pages/markers.csv"
};

static const unsigned char data_scripts_readings_csv[] = {
#embed "../../data/scripts/readings.csv"
};

static const unsigned char site_picture_css[] = {
#embed "../Rendering/Assets/picture.css"
};

static const unsigned char site_css[] = {
#embed "../Rendering/Assets/site.css"
};

static const unsigned char site_js[] = {
#embed "../Rendering/Assets/site.js"
};

static const embedded_file files[] = {
  {"schema.sql", schema_sql, sizeof schema_sql},
  {"data/authorities.csv", data_authorities_csv, sizeof data_authorities_csv},
  {"data/facts/office-holders.csv", data_facts_office_holders_csv, sizeof data_facts_office_holders_csv},
  {"data/facts/weapons-tests.csv", data_facts_weapons_tests_csv, sizeof data_facts_weapons_tests_csv},
  {"data/instruments/agreements.csv", data_instruments_agreements_csv, sizeof data_instruments_agreements_csv},
  {"data/instruments/executive-orders.csv", data_instruments_executive_orders_csv, sizeof data_instruments_executive_orders_csv},
  {"data/instruments/laws.csv", data_instruments_laws_csv, sizeof data_instruments_laws_csv},
  {"data/instruments/resolutions.csv", data_instruments_resolutions_csv, sizeof data_instruments_resolutions_csv},
  {"data/lexicon/cues.csv", data_lexicon_cues_csv, sizeof data_lexicon_cues_csv},
  {"data/lexicon/english-words.txt", data_lexicon_english_words_txt, sizeof data_lexicon_english_words_txt},
  {"data/lexicon/events.csv", data_lexicon_events_csv, sizeof data_lexicon_events_csv},
  {"data/lexicon/given-names.txt", data_lexicon_given_names_txt, sizeof data_lexicon_given_names_txt},
  {"data/lexicon/nominals.csv", data_lexicon_nominals_csv, sizeof data_lexicon_nominals_csv},
  {"data/lexicon/not-names.csv", data_lexicon_not_names_csv, sizeof data_lexicon_not_names_csv},
  {"data/lexicon/spellings.csv", data_lexicon_spellings_csv, sizeof data_lexicon_spellings_csv},
  {"data/lexicon/surnames-cn.txt", data_lexicon_surnames_cn_txt, sizeof data_lexicon_surnames_cn_txt},
  {"data/lexicon/surnames-kr.txt", data_lexicon_surnames_kr_txt, sizeof data_lexicon_surnames_kr_txt},
  {"data/lexicon/verbs.csv", data_lexicon_verbs_csv, sizeof data_lexicon_verbs_csv},
  {"data/lexicon/word-classes.csv", data_lexicon_word_classes_csv, sizeof data_lexicon_word_classes_csv},
  {"data/lists.csv", data_lists_csv, sizeof data_lists_csv},
  {"data/names/airlines.csv", data_names_airlines_csv, sizeof data_names_airlines_csv},
  {"data/names/banks.csv", data_names_banks_csv, sizeof data_names_banks_csv},
  {"data/names/companies.csv", data_names_companies_csv, sizeof data_names_companies_csv},
  {"data/names/countries.csv", data_names_countries_csv, sizeof data_names_countries_csv},
  {"data/names/organizations.csv", data_names_organizations_csv, sizeof data_names_organizations_csv},
  {"data/names/persons.csv", data_names_persons_csv, sizeof data_names_persons_csv},
  {"data/names/places.csv", data_names_places_csv, sizeof data_names_places_csv},
  {"data/names/vessels.csv", data_names_vessels_csv, sizeof data_names_vessels_csv},
  {"data/pages/markers.csv", data_pages_markers_csv, sizeof data_pages_markers_csv},
  {"data/scripts/readings.csv", data_scripts_readings_csv, sizeof data_scripts_readings_csv},
  {"site/picture.css", site_picture_css, sizeof site_picture_css},
  {"site/site.css", site_css, sizeof site_css},
  {"site/site.js", site_js, sizeof site_js},
};

const size_t embedded_file_count = sizeof files / sizeof files[0];

embedded_file embedded_file_at(size_t index) { return files[index]; }
