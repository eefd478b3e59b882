// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/KeptFilters.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;

class tst_KeptFilters : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_filters = KeptFilters::load(m_folder->path(), me);
    }

    void keepsAllOfAFilter()
    {
        KeptFilter filter = named(QStringLiteral("Q1 / “refunds”, 50 %"));
        filter.words = QStringLiteral("a, b; \"c\" = ü");
        filter.agentId = UserId{4};
        filter.agentName = QStringLiteral("Bob");
        filter.campaignId = CampaignId{7};
        filter.campaignName = QStringLiteral("Q1 Sales");
        filter.disposition = QStringLiteral("refund");
        filter.complianceHold = false;
        filter.storedFrom = QDate(2026, 3, 1);
        filter.storedUntil = QDate(2026, 3, 31);
        filter.shortest = std::chrono::seconds(0);
        filter.longest = std::chrono::seconds(600);
        QVERIFY(m_filters.put(filter));
        QVERIFY(m_filters.put(named(QStringLiteral("All"))));
        QVERIFY(m_filters.save());
        const KeptFilters again = KeptFilters::load(m_folder->path(), me);
        QCOMPARE(again.all(), m_filters.all());
        QCOMPARE(*again.named(filter.name), filter);
    }
    void thoseOfAnotherPersonOrServerAreOthers()
    {
        QVERIFY(m_filters.put(named(QStringLiteral("mine"))));
        QVERIFY(m_filters.save());
        KeptFilters other = KeptFilters::load(m_folder->path(), QStringLiteral("ffee"));
        QVERIFY(other.all().isEmpty());
        QVERIFY(other.put(named(QStringLiteral("theirs"))));
        QVERIFY(other.save());
        QCOMPARE(KeptFilters::load(m_folder->path(), me).all(), m_filters.all());
    }
    void nobodyElseMayReadTheFile()
    {
        QVERIFY(m_filters.put(named(QStringLiteral("mine"))));
        QVERIFY(m_filters.save());
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        const QFileInfo file(m_folder->filePath(QStringLiteral("filters.ini")));
        QVERIFY(file.exists());
        QCOMPARE(file.permissions() & others, QFile::Permissions());
    }
    void oneOfTheSameNameTakesItsPlace()
    {
        QVERIFY(m_filters.put(named(QStringLiteral("a"))));
        KeptFilter other = named(QStringLiteral("  a "));
        other.words = QStringLiteral("x");
        QVERIFY(m_filters.put(other));
        QCOMPARE(m_filters.all().size(), 1);
        QCOMPARE(m_filters.all().first().words, QStringLiteral("x"));
    }
    void renamedItStaysWhatItIsAndNoOtherIsLost()
    {
        KeptFilter filter = named(QStringLiteral("a"));
        filter.words = QStringLiteral("x");
        QVERIFY(m_filters.put(filter) && m_filters.put(named(QStringLiteral("b"))));
        QCOMPARE(m_filters.rename(QStringLiteral("a"), QStringLiteral("b")).error().kind, FailureKind::Conflict);
        QCOMPARE(m_filters.rename(QStringLiteral("a"), QStringLiteral(" ")).error().kind, FailureKind::Malformed);
        QVERIFY(m_filters.rename(QStringLiteral("a"), QStringLiteral("c")));
        QVERIFY(!m_filters.named(QStringLiteral("a")));
        QCOMPARE(m_filters.named(QStringLiteral("c"))->words, QStringLiteral("x"));
        QCOMPARE(m_filters.all().last().name, QStringLiteral("c"));
    }
    void removedItIsGoneTheNextTime()
    {
        QVERIFY(m_filters.put(named(QStringLiteral("a"))) && m_filters.put(named(QStringLiteral("b"))));
        QVERIFY(m_filters.save());
        m_filters.remove(QStringLiteral("a"));
        QVERIFY(m_filters.save());
        QCOMPARE(KeptFilters::load(m_folder->path(), me).all().size(), 1);
    }
    void aHundredAreEnough()
    {
        for (qsizetype number = 0; number < KeptFilters::mostFilters; ++number)
            QVERIFY(m_filters.put(named(QString::number(number))));
        QCOMPARE(m_filters.put(named(QStringLiteral("one more"))).error().kind, FailureKind::Conflict);
        QVERIFY(m_filters.put(named(QStringLiteral("7"))));
    }
    void whatIsNoNumberOrDayInTheFileIsLeftOut()
    {
        QFile file(m_folder->filePath(QStringLiteral("filters.ini")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[aabb]\nfilters\\1\\name=x\nfilters\\1\\agent=-3\nfilters\\1\\storedFrom=soon\n"
                   "filters\\1\\longestSeconds=long\nfilters\\2\\words=nameless\nfilters\\size=2\n");
        file.close();
        const KeptFilters read = KeptFilters::load(m_folder->path(), me);
        QCOMPARE(read.all(), QList<KeptFilter>{named(QStringLiteral("x"))});
    }
    void aDiskThatDoesNotTakeThemIsSaid()
    {
        KeptFilters nowhere = KeptFilters::load(m_folder->filePath(QStringLiteral("file/none")), me);
        QFile file(m_folder->filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(nowhere.put(named(QStringLiteral("a"))));
        QVERIFY(!nowhere.save());
    }

private:
    static KeptFilter named(const QString &name)
    {
        KeptFilter filter;
        filter.name = name;
        return filter;
    }

    const QString me = QStringLiteral("aabb");
    std::unique_ptr<QTemporaryDir> m_folder;
    KeptFilters m_filters;
};

QTEST_GUILESS_MAIN(tst_KeptFilters)
#include "tst_KeptFilters.moc"
