// SPDX-License-Identifier: GPL-3.0-or-later
#include "holds/HoldsPage.h"
#include "retention/RetentionPage.h"
#include "server-stub/api/AgedRecordings.h"
#include "ui/Pressing.h"

#include <QDialog>
#include <QLineEdit>
#include <QSpinBox>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

/// What one person sees of holds and retention.
class Desk
{
public:
    Desk(AgedRecordings &server, const char *username, Role role)
    {
        api.setServer(server.server.url());
        api.setToken(server.tokens.value(username));
        const QJsonObject me = server.get("/api/auth/me", username).object();
        holds = std::make_unique<HoldsPage>(
            HoldsPage::Calls{MatterCalls(api), {HoldCalls(api), LeadSearchCalls(api), RecordingSearchCalls(api)}},
            HoldNames{}, &QDateTime::currentDateTimeUtc);
        holds->setUser(
            {{me.value(QLatin1String("id")).toInteger()}, QLatin1String(username), QLatin1String(username), role});
        retention = std::make_unique<RetentionPage>(PolicyCalls(api), SweepCalls(api), RecordingSearchCalls(api),
                                                    &QDateTime::currentDateTimeUtc);
        retention->setRole(role);
        holds->show();
        retention->show();
    }

    ApiClient api;
    std::unique_ptr<HoldsPage> holds;
    std::unique_ptr<RetentionPage> retention;
};

/// The sheet that is open above that page, once it is.
QDialog *sheetOf(const QWidget &page)
{
    QDialog *sheet = nullptr;
    const bool isThere = QTest::qWaitFor([&] {
        sheet = nullptr;
        for (QDialog *one : page.findChildren<QDialog *>())
            if (one->isVisible())
                sheet = one;
        return sheet != nullptr;
    });
    return isThere ? sheet : nullptr;
}

QLineEdit *lineIn(const QWidget &window, const char *hint)
{
    for (QLineEdit *line : window.findChildren<QLineEdit *>())
        if (line->placeholderText() == QLatin1String(hint))
            return line;
    return nullptr;
}

} // namespace

/// Two people and a server: what is held stays, what has run its time goes, and nothing without being shown first.
class tst_HeldAndSwept : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        m_server.server.options.sweepLimitPercent = 10;
        m_server.server.options.releaseNeedsTwo = true;
        m_server.start();
        m_old = m_server.add(95);
        m_bobs = m_server.add(95, "bob");
        m_fresh = m_server.add(5);
        m_sam = std::make_unique<Desk>(m_server, "sam", Role::Supervisor);
        m_ada = std::make_unique<Desk>(m_server, "ada", Role::Admin);
    }
    void cleanupTestCase()
    {
        m_sam.reset();
        m_ada.reset();
    }

    void samHoldsAllOfALead()
    {
        QVERIFY(press(*m_sam->holds, QStringLiteral("Place a hold")));
        QDialog *sheet = sheetOf(*m_sam->holds);
        QVERIFY(sheet);
        QTest::keyClicks(lineIn(*sheet, "Why it is to be kept"), QStringLiteral("complaint"));
        QTest::keyClicks(lineIn(*sheet, "Name or number of the lead"), QStringLiteral("Jane"));
        const QAbstractItemView *leads = viewCalled(*sheet, QStringLiteral("Leads that were found"));
        QTRY_COMPARE(leads->model()->rowCount(), 1);
        QVERIFY(press(*sheet, QStringLiteral("Hold")));
        const QAbstractItemView *holds = viewCalled(*m_sam->holds, QStringLiteral("Holds"));
        QTRY_COMPARE(holds->model()->rowCount(), 1);
        QVERIFY2(rowText(*holds, 0).contains(QStringLiteral("|complaint|Sam Supervisor|")),
                 qPrintable(rowText(*holds, 0)));
        QVERIFY(isHeld(m_old));
        QVERIFY(isHeld(m_fresh));
    }
    void aPolicyIsSavedAfterWhatItWouldDoWasShown()
    {
        QVERIFY(press(*m_sam->retention, QStringLiteral("New policy")));
        QDialog *sheet = sheetOf(*m_sam->retention);
        QVERIFY(sheet);
        QTest::keyClicks(sheet->findChild<QLineEdit *>(), QStringLiteral("House rule"));
        sheet->findChild<QSpinBox *>()->setValue(94);
        QTRY_VERIFY(says(*sheet, QStringLiteral("3 recording(s)")));
        QVERIFY(press(*sheet, QStringLiteral("Save")));
        const QAbstractItemView *policies = viewCalled(*m_sam->retention, QStringLiteral("Retention policies"));
        QTRY_COMPARE(policies->model()->rowCount(), 1);
        QVERIFY(rowText(*policies, 0).startsWith(QStringLiteral("House rule|Everything else (the default)|94|")));
    }
    void aSweepOfMuchWaitsForAnAdmin()
    {
        QVERIFY(press(*m_sam->retention, QStringLiteral("Sweeps")));
        QVERIFY(press(*m_sam->retention, QStringLiteral("Sweep now")));
        QDialog *sheet = sheetOf(*m_sam->retention);
        QVERIFY(sheet);
        QTRY_VERIFY(says(*sheet, QStringLiteral("1 recording(s) have run their time")));
        QVERIFY(press(*sheet, QStringLiteral("Delete for good")));
        QTRY_VERIFY_WITH_TIMEOUT(says(*m_sam->retention, QStringLiteral("waits for an admin's yes. Nothing")), 20'000);
        QVERIFY(!buttonSaying(*m_sam->retention, QStringLiteral("Decide")));
        QVERIFY(isThere(m_bobs));
    }
    void anAdminsYesDeletesIt()
    {
        m_ada->retention->refresh();
        QVERIFY(press(*m_ada->retention, QStringLiteral("Decide")));
        QDialog *sheet = sheetOf(*m_ada->retention);
        QVERIFY(sheet);
        QVERIFY(press(*sheet, QStringLiteral("Yes: delete 1 for good")));
        QTRY_VERIFY_WITH_TIMEOUT(!isThere(m_bobs), 20'000);
        QVERIFY(isThere(m_old)); // as old, and held
        QVERIFY(press(*m_ada->retention, QStringLiteral("Sweeps")));
        const QAbstractItemView *sweeps = viewCalled(*m_ada->retention, QStringLiteral("Retention sweeps"));
        QTRY_VERIFY_WITH_TIMEOUT(sweeps->model()->rowCount() == 1 &&
                                     rowText(*sweeps, 0).contains(QStringLiteral("|sam|Done|1|1|1|0")),
                                 20'000);
    }
    void aReleaseIsAskedForByOneAndApprovedByAnother()
    {
        QVERIFY(press(*m_sam->holds, QStringLiteral("Release…")));
        QDialog *sheet = sheetOf(*m_sam->holds);
        QVERIFY(sheet);
        QTRY_VERIFY(says(*sheet, QStringLiteral("2 recording(s) would go free")));
        QVERIFY(says(*sheet, QStringLiteral("takes none of them"))); // they rest first
        QVERIFY(press(*sheet, QStringLiteral("Release")));
        QTRY_VERIFY(says(*sheet, QStringLiteral("until a second person approves")));
        QVERIFY(press(*sheet, QStringLiteral("Close")));
        QVERIFY(isHeld(m_old));
        m_ada->holds->refresh();
        QVERIFY(press(*m_ada->holds, QStringLiteral("Waiting for two (1)")));
        QVERIFY(press(*m_ada->holds, QStringLiteral("Decide")));
        QDialog *decision = sheetOf(*m_ada->holds);
        QVERIFY(decision);
        QVERIFY(press(*decision, QStringLiteral("Approve the release")));
        QTRY_VERIFY(!isHeld(m_old));
        QVERIFY(isThere(m_old)); // it rests
        QVERIFY(press(*m_ada->holds, QStringLiteral("Released")));
        const QAbstractItemView *holds = viewCalled(*m_ada->holds, QStringLiteral("Holds"));
        QTRY_COMPARE(holds->model()->rowCount(), 1);
    }

private:
    QByteArray pathOf(RecordingId id) const { return "/api/recordings/" + QByteArray::number(id.value); }
    bool isThere(RecordingId id) { return m_server.get(pathOf(id)).status == 200; }
    bool isHeld(RecordingId id)
    {
        return m_server.get(pathOf(id)).object().value(QLatin1String("complianceHold")).toBool();
    }

    AgedRecordings m_server;
    RecordingId m_old;
    RecordingId m_bobs;
    RecordingId m_fresh;
    std::unique_ptr<Desk> m_sam;
    std::unique_ptr<Desk> m_ada;
};

QTEST_MAIN(tst_HeldAndSwept)
#include "tst_HeldAndSwept.moc"
