// SPDX-License-Identifier: GPL-3.0-or-later
#include "SweepRows.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

/// What became of a hold that was placed while a sweep ran.
struct Placed
{
    bool isThere = false; ///< whether its recording was, in the hold's own transaction
    bool isHeld = false;  ///< whether the hold was placed
};

} // namespace

/// A hold is placed at every moment of a sweep, before each statement of its reading and of its writing, and beside it
/// in a thread of its own. What was there when the hold was placed is there afterwards.
class tst_SweepAndHolds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void noHoldIsLost();

private:
    static constexpr int interleavings = 1000;
    static constexpr int readingMoments = 20;
    static constexpr int writingMoments = 160;

    Eventual<Result<Placed>> place();
    void interleave(int moment);

    SweepRows m_rows;
    RecordingId m_recording;
    LeadId m_lead;                    // valid: the hold is over this, and what comes later
    std::atomic_int m_readsLeft = -1; // until the hold is placed; negative: not here
    std::atomic_int m_writesLeft = -1;
    std::optional<Eventual<Result<Placed>>> m_answer;
};

void tst_SweepAndHolds::initTestCase()
{
    m_rows.settings.coolingOffDays = 0;
    m_rows.readGate = [this](QByteArrayView) -> Done {
        if (m_readsLeft >= 0 && m_readsLeft-- == 0) {
            m_answer = place();
            m_answer->result(); // it is placed whole before the sweep reads on
        }
        return {};
    };
    m_rows.writeGate = [this](QByteArrayView) -> Done {
        if (m_writesLeft >= 0 && m_writesLeft-- == 0)
            m_answer = place(); // it comes after what the writer is at
        return {};
    };
    m_rows.start();
}

Eventual<Result<Placed>> tst_SweepAndHolds::place()
{
    const auto placing = m_lead.isValid() ? m_rows.placing(m_lead) : m_rows.placing(m_recording);
    return m_rows.writes->submit<Placed>([placing, id = m_recording](Database &database) -> Result<Placed> {
        const auto recording = Recordings(database).byId(id);
        if (!recording)
            return fail(recording.error());
        const Result<HoldId> hold = placing(database);
        if (!hold && hold.error().kind != FailureKind::NotFound)
            return fail(hold.error());
        return Placed{recording->has_value(), hold.has_value()};
    });
}

void tst_SweepAndHolds::interleave(int moment)
{
    m_answer.reset();
    std::thread beside;
    if (moment < readingMoments) {
        m_readsLeft = moment;
    } else if (moment < readingMoments + writingMoments) {
        m_writesLeft = moment - readingMoments;
    } else {
        beside = std::thread([this] { m_answer = place(); });
    }
    m_rows.go();
    if (beside.joinable())
        beside.join();
    m_readsLeft = m_writesLeft = -1;
    m_rows.write([](Database &) { return Done(); }); // whatever the writer was at is over
    if (!m_answer)
        m_answer = place(); // the sweep was over before that moment
}

void tst_SweepAndHolds::noHoldIsLost()
{
    int saved = 0;
    int gone = 0;
    for (int i = 0; i < interleavings; ++i) {
        m_rows.now = m_rows.now.addSecs(60);
        m_recording = {i + 1};
        Recording recording = m_rows.rows.recording(i + 1);
        recording.uploadedAt = recording.createdAt = m_rows.now.addDays(-100);
        m_lead = {};
        if (i % 2 == 1)
            m_lead = m_rows.rows.addLead(QStringLiteral("Lead %1").arg(i), {}, std::nullopt, {});
        recording.leadId = m_lead.isValid() ? m_lead : m_rows.rows.zoe;
        m_rows.add(recording);
        const SweepId sweep = m_rows.begin();
        interleave(i % (readingMoments + writingMoments + 20));
        const Placed placed = orThrow(m_answer->result());
        const auto isThere = [&] { return orThrow(Recordings(m_rows.rows.database()).byId(m_recording)).has_value(); };
        QCOMPARE(isThere(), placed.isThere);
        QVERIFY(placed.isHeld || !placed.isThere);
        QCOMPARE(m_rows.sweep(sweep).state, SweepState::Finished);
        QCOMPARE(m_rows.sweep(sweep).deleted, isThere() ? 0 : 1);
        QCOMPARE(m_rows.sweep(sweep).failed, 0);
        m_rows.settleHolds();
        QCOMPARE(m_rows.count("SELECT compliance_hold FROM recordings WHERE id = " + QByteArray::number(i + 1)),
                 isThere() ? 1 : -1);
        (placed.isThere ? saved : gone) += 1;
    }
    // Both sides of the race were seen, many times.
    QVERIFY2(saved > 100, qPrintable(QString::number(saved)));
    QVERIFY2(gone > 100, qPrintable(QString::number(gone)));
    qInfo() << saved << "were held in time and stayed," << gone << "were gone before";
}

QTEST_GUILESS_MAIN(tst_SweepAndHolds)
#include "tst_SweepAndHolds.moc"
