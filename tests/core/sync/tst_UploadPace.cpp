// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/UploadPace.h"

#include "domain/Limits.h"

#include <QTest>

using namespace Holdfast;
using std::chrono::milliseconds;

class tst_UploadPace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesLargerPiecesWhileTheyGoQuicklyUpToALimit()
    {
        UploadPace pace;
        const qint64 first = pace.pieceBytes();
        pace.took(milliseconds(10));
        QCOMPARE(pace.pieceBytes(), 2 * first);
        for (int i = 0; i < 20; ++i)
            pace.took(milliseconds(10));
        QCOMPARE(pace.pieceBytes(), UploadPace::largest);
    }
    void keepsTheSizeThatTakesSomeSeconds()
    {
        UploadPace pace;
        const qint64 first = pace.pieceBytes();
        pace.took(milliseconds(2'500));
        QCOMPARE(pace.pieceBytes(), first);
        pace.took(milliseconds(9'000));
        QCOMPARE(pace.pieceBytes(), first / 2);
    }
    void takesSmallerPiecesWhereTheyAreLostDownToALimit()
    {
        UploadPace pace;
        for (int i = 0; i < 20; ++i)
            pace.lost();
        QCOMPARE(pace.pieceBytes(), UploadPace::smallest);
        QVERIFY(maxRecordingBytes / UploadPace::smallest < 1'000); // the server takes 1,024 pieces
    }
};

QTEST_GUILESS_MAIN(tst_UploadPace)
#include "tst_UploadPace.moc"
