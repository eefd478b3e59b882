// SPDX-License-Identifier: GPL-3.0-or-later
// How long a key in the filter of leads takes, over 100,000 names that are plain letters against as many with accents:
// each word typed letter by letter, and taken back. Usage: bench_lead_filter [leads].

#include "Figures.h"
#include "leads/LeadsModel.h"
#include "local/LocalStore.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <ctime>

using namespace Holdfast;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Keys
{
    double median;
    double slowest;
    int found; ///< by the last word
};

/// Of this thread, so that what else the machine does is not counted.
double busyMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

Keys measure(const QString &folder, int leads, const QStringList &names, const QStringList &words)
{
    auto store = LocalStore::open(folder);
    if (!store)
        qFatal("%s", qPrintable(store.error().message));
    QList<Lead> all;
    for (int i = 1; i <= leads; ++i) {
        Lead lead;
        lead.id = {i};
        lead.name = u"%1 %2 %3"_s.arg(names.at(i % names.size()), names.at(i / 7 % names.size())).arg(i);
        lead.phone = u"+49 30 %1"_s.arg(1'000'000 + i * 7);
        lead.campaignName = u"Q1 Sales"_s;
        all.append(lead);
    }
    if (const Done kept = (*store)->replaceLeads(all); !kept)
        qFatal("%s", qPrintable(kept.error().message));
    LeadsModel model(**store);
    if (!QTest::qWaitFor([&] { return !model.isReading() && model.rowCount() == leads; }, 60'000))
        qFatal("the leads do not come");
    std::vector<double> times;
    const auto key = [&](const QString &text) {
        const double before = busyMs();
        model.setFilter(text);
        times.push_back(busyMs() - before);
    };
    int found = 0;
    for (const QString &word : words) {
        for (qsizetype length = 1; length <= word.size(); ++length)
            key(word.first(length));
        found = model.rowCount();
        for (qsizetype length = word.size() - 1; length >= 0; --length)
            key(word.first(length));
    }
    return {Testing::median(times), *std::ranges::max_element(times), found};
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int leads = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    const QTemporaryDir folder;
    const Keys plain = measure(folder.filePath(u"plain.db"_s), leads, {u"Muller"_s, u"Gross"_s, u"Lena"_s, u"Joao"_s},
                               {u"muller lena"_s, u"gross 4711"_s, u"030 100"_s, u"nobody"_s, u"joao"_s});
    const Keys accents =
        measure(folder.filePath(u"accents.db"_s), leads, {u"Müller"_s, u"Groß"_s, u"Léna"_s, u"João"_s},
                {u"müller léna"_s, u"groß 4711"_s, u"030 100"_s, u"niémand"_s, u"joão"_s});
    for (const auto &[what, keys] : {std::pair("plain  ", plain), std::pair("accents", accents)})
        std::printf("%s a key takes %6.2f ms, the slowest %6.2f ms (%d of %d leads found)\n", what, keys.median,
                    keys.slowest, keys.found, leads);
    std::printf("accents against plain: %.2f\n", accents.median / plain.median);
}
