// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/Text.h"
#include "player/WaveformView.h"
#include "ui/AccessibleNames.h"

#include <QSignalSpy>
#include <QTest>

using namespace Holdfast;
using namespace std::chrono_literals;

class tst_WaveformView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<WaveformView>();
        m_view->resize(400, 70); // 56 and the ruler
        m_view->setDuration(100s);
        m_seeks.clear();
        connect(m_view.get(), &WaveformView::seekRequested, this, [this](auto to) { m_seeks.append(to); });
        m_view->show();
    }

    void aClickSeeks()
    {
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(100, 20));
        QCOMPARE(m_seeks, QList{25'000ms});
    }

    void aDragSelectsAStretchAndStopsAtTheEnds()
    {
        drag(200, 900);
        QCOMPARE(m_view->selection(), (TimeSpan{50'000ms, 100'000ms}));
        drag(200, 100);
        QCOMPARE(m_view->selection(), (TimeSpan{25'000ms, 50'000ms}));
        QVERIFY(m_seeks.isEmpty());
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(100, 20));
        QVERIFY(!m_view->selection());
    }
    void theWheelPansAndWithControlZoomsWhereThePointerIs()
    {
        turnWheel(QPoint(200, 20), 120, Qt::ControlModifier);
        QCOMPARE(m_view->range().length(), 80'000ms);
        QCOMPARE(m_view->range().from(), 10'000ms);
        turnWheel(QPoint(200, 20), -120, {});
        QCOMPARE(m_view->range().from(), 18'000ms);
        turnWheel(QPoint(200, 20), -1200, {});
        QCOMPARE(m_view->range().to(), 100'000ms);
        QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, QPoint(100, 20));
        QVERIFY(m_view->range().isWhole());
    }
    void aClickSeeksWhereThePartThatIsShownSaysItIs()
    {
        VisibleRange range = m_view->range();
        range.show(40s, 60s);
        m_view->setRange(range);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(200, 20));
        QCOMPARE(m_seeks, QList{50'000ms});
    }
    void thePageTurnsWithWhatIsHeardUnlessOneLooksElsewhere()
    {
        VisibleRange range = m_view->range();
        range.show(0s, 10s);
        m_view->setRange(range);
        m_view->setPosition(9s);
        m_view->setPosition(10s);
        QCOMPARE(m_view->range().from(), 10'000ms);
        range.show(50s, 60s);
        m_view->setRange(range);
        m_view->setPosition(11s);
        QCOMPARE(m_view->range().from(), 50'000ms);
    }
    void aClickOnAnAnnotationPlaysFromItsStart()
    {
        WaveformMark mark;
        mark.start = 25'200ms;
        mark.color = Qt::red;
        m_view->setMarks({mark});
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(103, 20));
        QCOMPARE(m_seeks, QList{25'200ms});
    }
    void anAnnotationStandsWhereItBelongsInItsColour()
    {
        WaveformMark mark;
        mark.start = 50s;
        mark.end = 75s;
        mark.color = QColor(200, 0, 0);
        m_view->setMarks({mark});
        QCOMPARE(picture().pixelColor(250, 1), QColor(200, 0, 0));
        QVERIFY(picture().pixelColor(150, 1) != QColor(200, 0, 0));
    }

    void keysSeek_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<bool>("shift");
        QTest::addColumn<int>("seconds");
        QTest::newRow("right") << int(Qt::Key_Right) << false << 45;
        QTest::newRow("left") << int(Qt::Key_Left) << false << 35;
        QTest::newRow("right a little") << int(Qt::Key_Right) << true << 41;
        QTest::newRow("left a little") << int(Qt::Key_Left) << true << 39;
        QTest::newRow("to the start") << int(Qt::Key_Home) << false << 0;
        QTest::newRow("to the end") << int(Qt::Key_End) << false << 100;
    }

    void keysSeek()
    {
        QFETCH(int, key);
        QFETCH(bool, shift);
        QFETCH(int, seconds);
        m_view->setPosition(40s);
        QTest::keyClick(m_view.get(), static_cast<Qt::Key>(key), shift ? Qt::ShiftModifier : Qt::NoModifier);
        QCOMPARE(m_seeks, QList<std::chrono::milliseconds>{std::chrono::seconds(seconds)});
    }

    void whatIsNotThereCanNotBeSoughtIn()
    {
        m_view->setDuration(0ms);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(100, 20));
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QVERIFY(m_seeks.isEmpty());
    }

    void whatWasPlayedIsInTheAccentColour()
    {
        m_view->setPeaks({loud(1)});
        m_view->setPosition(0s);
        const int before = accented();
        m_view->setPosition(50s);
        const int half = accented();
        m_view->setPosition(100s);
        const int whole = accented();
        QVERIFY2(half > before + 2000, qPrintable(QString::number(half)));
        QVERIFY2(whole > half + 2000, qPrintable(QString::number(whole)));
    }

    void twoChannelsHaveTwoLanes()
    {
        m_view->setPeaks({loud(1)});
        QVERIFY(inkInRow(28));
        m_view->setPeaks({loud(2)});
        QVERIFY(!inkInRow(28)); // the gap between them
        QVERIFY(inkInRow(12));
        QVERIFY(inkInRow(44));
    }

    void eachOfTwoLanesIsNamed()
    {
        const QStringList names{QStringLiteral("Agent"), QStringLiteral("Customer")};
        m_view->setPeaks({loud(2)});
        const QImage nameless = picture();
        m_view->setLaneNames(names);
        const QImage named = picture();
        QVERIFY(named != nameless);
        m_view->setLaneNames({names.last(), names.first()});
        QVERIFY(picture() != named);
        m_view->setPeaks({loud(1)});
        const QImage one = picture();
        m_view->setLaneNames({});
        QCOMPARE(picture(), one);
    }

    void aScreenReaderCanNameIt()
    {
        QWidget window;
        m_view->setParent(&window);
        QVERIFY(withoutName(window).isEmpty());
        m_view->setParent(nullptr);
    }

private:
    static Peaks loud(int channels)
    {
        return {80'000, 8000, QList<QList<Peak>>(channels, QList<Peak>(1000, Peak{-120, 120}))};
    }
    void drag(int from, int to)
    {
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, QPoint(from, 20));
        QMouseEvent move(QEvent::MouseMove, QPointF(to, 20), QPointF(to, 20), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_view.get(), &move);
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, QPoint(to, 20));
    }
    void turnWheel(QPoint where, int angle, Qt::KeyboardModifiers with)
    {
        QWheelEvent turn(where, m_view->mapToGlobal(where), {}, QPoint(0, angle), Qt::NoButton, with, Qt::NoScrollPhase,
                         false);
        QCoreApplication::sendEvent(m_view.get(), &turn);
    }
    QImage picture() const { return m_view->grab().toImage(); }
    int accented() const
    {
        const QImage image = picture();
        const QRgb accent = accentColor(m_view->palette()).rgb();
        int count = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                count += image.pixel(x, y) == accent ? 1 : 0;
        return count;
    }
    bool inkInRow(int y) const
    {
        const QImage image = picture();
        const QRgb ground = m_view->palette().color(QPalette::Window).rgb();
        for (int x = 8; x < image.width() - 8; ++x) // between the line at the position and the frame of the focus
            if (image.pixel(x, y) != ground)
                return true;
        return false;
    }

    std::unique_ptr<WaveformView> m_view;
    QList<std::chrono::milliseconds> m_seeks;
};

QTEST_MAIN(tst_WaveformView)
#include "tst_WaveformView.moc"
