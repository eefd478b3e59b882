// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServerRows.h"

#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_Campaigns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_rows = std::make_unique<ServerRows>(); }

    void listsThemByName()
    {
        QCOMPARE(*Campaigns(m_rows->database()).all(), (QList<Campaign>{{m_rows->autumn, QStringLiteral("Autumn")},
                                                                        {m_rows->spring, QStringLiteral("Spring")}}));
    }
    void findsOneByItsNumber()
    {
        QCOMPARE((*Campaigns(m_rows->database()).byId(m_rows->spring))->name, QStringLiteral("Spring"));
        QVERIFY(!*Campaigns(m_rows->database()).byId({404}));
    }
    void takesNoNameTwice()
    {
        const Result<CampaignId> again = Campaigns(m_rows->database()).add(QStringLiteral("Spring"));
        QVERIFY(!again);
        QCOMPARE(again.error().kind, FailureKind::Conflict);
        QVERIFY(again.error().message.contains(QStringLiteral("Spring")));
        QCOMPARE(Campaigns(m_rows->database()).all()->size(), 2);
    }

private:
    std::unique_ptr<ServerRows> m_rows;
};

QTEST_GUILESS_MAIN(tst_Campaigns)
#include "tst_Campaigns.moc"
