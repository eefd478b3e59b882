// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/BesideFile.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Holdfast;

namespace {

/// Takes a byte at a time, and at last none.
class Nibbling : public QBuffer
{
public:
    explicit Nibbling(qint64 room)
        : m_room(room)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 writeData(const char *data, qint64 size) override
    {
        if (m_room-- > 0)
            return QBuffer::writeData(data, std::min<qint64>(1, size));
        setErrorString(QStringLiteral("No space left on device"));
        return -1;
    }

private:
    qint64 m_room;
};

/// No file grows beyond that while this lives.
class LargestFile
{
public:
    explicit LargestFile(rlim_t bytes)
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        m_signal = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit now{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &now);
    }
    ~LargestFile()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }
    Q_DISABLE_COPY_MOVE(LargestFile)

private:
    rlimit m_before{};
    void (*m_signal)(int) = nullptr;
};

} // namespace

class tst_BesideFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void liesInTheSameFolderUnderAShortNameOfItsOwn()
    {
        const QString path = QStringLiteral("/somewhere/") + QString(255, u'a');
        const QFileInfo beside(BesideFile::pathFor(path));
        QCOMPARE(beside.path(), QStringLiteral("/somewhere"));
        QVERIFY(beside.fileName().size() < 40);
        QVERIFY(BesideFile::pathFor(path) != beside.filePath());
    }
    void writesAllToWhatTakesALittleAtATime()
    {
        Nibbling device(100);
        QVERIFY(BesideFile::write(device, "recording"));
        QCOMPARE(device.data(), QByteArray("recording"));
    }
    void knowsWhyThereIsNoMoreRoom()
    {
        Nibbling device(4);
        QVERIFY(!BesideFile::write(device, "recording"));
        QCOMPARE(device.errorString(), QStringLiteral("No space left on device"));
    }
    void leavesNothingOfAFileWhoseEndHasNoRoom()
    {
        const QTemporaryDir folder;
        QFile file(BesideFile::pathFor(folder.filePath(QStringLiteral("copy.wav"))));
        QVERIFY(file.open(QIODevice::WriteOnly));
        {
            const LargestFile small(4096);
            QVERIFY(BesideFile::write(file, QByteArray(6000, 'x')));
            BesideFile::remove(file);
        }
        QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }
};

QTEST_GUILESS_MAIN(tst_BesideFile)
#include "tst_BesideFile.moc"
