// The files that the binary carries inside. A test compares this list with the folder.
#include "embedded.h"

static const unsigned char schema_sql[] = {
#embed "../../schema.sql"
};

static const unsigned char data_facts_weapons_tests_csv[] = {
#embed "../../data/facts/weapons-tests.csv"
};

static const unsigned char data_instruments_executive_orders_csv[] = {
#embed "../../data/instruments/executive-orders.csv"
};

static const unsigned char data_instruments_resolutions_csv[] = {
#embed "../../data/instruments/resolutions.csv"
};

static const unsigned char data_lexicon_cues_csv[] = {
#embed "../../data/lexicon/cues.csv"
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

static const unsigned char data_names_countries_csv[] = {
#embed "../../data/names/countries.csv"
};

static const embedded_file files[] = {
  {"schema.sql", schema_sql, sizeof schema_sql},
  {"data/facts/weapons-tests.csv", data_facts_weapons_tests_csv, sizeof data_facts_weapons_tests_csv},
  {"data/instruments/executive-orders.csv", data_instruments_executive_orders_csv, sizeof data_instruments_executive_orders_csv},
  {"data/instruments/resolutions.csv", data_instruments_resolutions_csv, sizeof data_instruments_resolutions_csv},
  {"data/lexicon/cues.csv", data_lexicon_cues_csv, sizeof data_lexicon_cues_csv},
  {"data/lexicon/events.csv", data_lexicon_events_csv, sizeof data_lexicon_events_csv},
  {"data/lexicon/given-names.txt", data_lexicon_given_names_txt, sizeof data_lexicon_given_names_txt},
  {"data/lexicon/nominals.csv", data_lexicon_nominals_csv, sizeof data_lexicon_nominals_csv},
  {"data/lexicon/surnames-cn.txt", data_lexicon_surnames_cn_txt, sizeof data_lexicon_surnames_cn_txt},
  {"data/lexicon/surnames-kr.txt", data_lexicon_surnames_kr_txt, sizeof data_lexicon_surnames_kr_txt},
  {"data/lexicon/verbs.csv", data_lexicon_verbs_csv, sizeof data_lexicon_verbs_csv},
  {"data/lexicon/word-classes.csv", data_lexicon_word_classes_csv, sizeof data_lexicon_word_classes_csv},
  {"data/names/countries.csv", data_names_countries_csv, sizeof data_names_countries_csv},
};

const size_t embedded_file_count = sizeof files / sizeof files[0];

embedded_file embedded_file_at(size_t index) { return files[index]; }
