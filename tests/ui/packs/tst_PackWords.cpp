// SPDX-License-Identifier: GPL-3.0-or-later
#include "packs/PackWords.h"

#include "core/evidence/SamplePack.h"

#include <QBuffer>
#include <QTest>

using namespace Holdfast;
using Testing::SamplePack;

class tst_PackWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale::c()); }

    void sayWhatWasSavedWhetherItVerifiesAndItsFingerprint()
    {
        const QStringList words = packWords(saved(SamplePack()), QStringLiteral("/home/sam/pack.zip"));
        QVERIFY(words.first().contains(QStringLiteral("/home/sam/pack.zip")));
        QVERIFY(words.at(1).startsWith(QStringLiteral("It verifies: all 9 files")));
        QVERIFY(words.at(1).contains(QStringLiteral("its 2 entries of the audit log are among the 21")));
        QCOMPARE(words.at(2), QStringLiteral("The recording is in it."));
        QVERIFY(words.at(3).contains(QStringLiteral("abababab abababab")));
        QVERIFY(words.at(5).contains(QStringLiteral("holdfast.example/log+")));
        QCOMPARE(words.size(), 6);
    }
    void nameEachThatIsMissingAndWhy()
    {
        SamplePack sample;
        sample.recordings.append({{9}, PackedState::Damaged, {}, QByteArray(32, 'h'), QStringLiteral("Bytes differ.")});
        const QStringList words = packWords(saved(sample), QStringLiteral("p.zip"));
        QCOMPARE(words.at(2), QStringLiteral("Only 1 of 2 recordings are in it:"));
        QCOMPARE(words.at(3), QStringLiteral("Recording 9, its file is damaged. Bytes differ."));
    }
    void nameTwentyAndHowManyMore()
    {
        SamplePack sample;
        for (qint64 id = 10; id < 35; ++id)
            sample.recordings.append({{id}, PackedState::Deleted, {}, {}, QStringLiteral("Gone.")});
        const QStringList words = packWords(saved(sample), QStringLiteral("p.zip"));
        QVERIFY(words.at(23).contains(QStringLiteral("and 5 more")));
        QCOMPARE(words.size(), 27);
    }
    void theFileBearsWhatItIsAboutAndTheDay_data()
    {
        QTest::addColumn<QString>("about");
        QTest::addColumn<QString>("name");
        QTest::newRow("a name") << QStringLiteral("Dora Day") << QStringLiteral("evidence-dora-day-2026-11-20");
        QTest::newRow("a path") << QStringLiteral("../AZ 12/26") << QStringLiteral("evidence-az-12-26-2026-11-20");
        QTest::newRow("umlauts") << QStringLiteral("Jürgen Groß") << QStringLiteral("evidence-jürgen-groß-2026-11-20");
        QTest::newRow("none") << QStringLiteral("…") << QStringLiteral("evidence-2026-11-20");
    }
    void theFileBearsWhatItIsAboutAndTheDay()
    {
        QFETCH(QString, about);
        QTEST(packFileName(about, QDate(2026, 11, 20)), "name");
    }

private:
    static SavedPack saved(const SamplePack &sample)
    {
        QByteArray zip = sample.zip();
        QBuffer file(&zip);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("a buffer does not open");
        return {PackVerification::run(file, {}).value(), zip.size(), QByteArray(32, '\xab')};
    }
};

QTEST_APPLESS_MAIN(tst_PackWords)
#include "tst_PackWords.moc"
