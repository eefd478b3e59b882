// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestCertificate.h"

#include "http/AnswerWriter.h"

#include <QSslSocket>
#include <QTcpServer>
#include <QTest>

using namespace Holdfast::Http;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;
constexpr qint64 pieceBytes = 64 * 1024;

class CountedSource final : public BodySource
{
public:
    explicit CountedSource(qint64 size)
        : m_size(size)
    {
    }
    qint64 size() const override { return m_size; }
    QByteArray next() override
    {
        const QByteArray piece(std::min(pieceBytes, m_size - given), 'x');
        given += piece.size();
        return piece;
    }

    qint64 given = 0;

private:
    qint64 m_size;
};

/// The two ends of a connection, with TLS between them where it is to be.
class Ends final : public QTcpServer
{
public:
    explicit Ends(bool secure)
        : m_secure(secure)
    {
        listen(QHostAddress(QHostAddress::LocalHost));
        client.setSslConfiguration(testTls());
        if (secure)
            connect(&client, &QAbstractSocket::connected, &client, &QSslSocket::startClientEncryption);
        client.setReadBufferSize(1);
        client.connectToHost(QHostAddress(QHostAddress::LocalHost), serverPort());
    }

    bool areUp() const
    {
        return server && client.state() == QAbstractSocket::ConnectedState &&
               (!m_secure || (server->isEncrypted() && client.isEncrypted()));
    }

    std::unique_ptr<QSslSocket> server;
    QSslSocket client;

private:
    void incomingConnection(qintptr descriptor) override
    {
        server = std::make_unique<QSslSocket>();
        server->setSocketDescriptor(descriptor);
        server->setSslConfiguration(testTls());
        if (m_secure)
            server->startServerEncryption();
    }

    bool m_secure;
};

} // namespace

class tst_AnswerWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverGetsFarAheadOfAReader_data();
    void neverGetsFarAheadOfAReader();
    void saysWhereTheSourceGaveTooMuchOrTooLittle();
};

void tst_AnswerWriter::neverGetsFarAheadOfAReader_data()
{
    QTest::addColumn<bool>("secure");
    QTest::newRow("plain") << false;
    QTest::newRow("TLS") << true;
}

void tst_AnswerWriter::neverGetsFarAheadOfAReader()
{
    QFETCH(const bool, secure);
    constexpr qint64 writeAhead = 128 * 1024;
    constexpr qint64 most = writeAhead + pieceBytes + 4096; // the piece that passed the mark, a head, and what TLS adds
    Ends ends(secure);
    QTRY_VERIFY(ends.areUp());
    AnswerWriter writer(*ends.server, writeAhead);
    const auto source = std::make_shared<CountedSource>(64 * mebibyte);
    Reply reply;
    reply.source = source;

    qint64 sent = 0; // to the kernel
    qint64 mostAhead = 0;
    bool whole = false;
    const auto write = [&] {
        const AnswerWriter::Outcome outcome = writer.write();
        whole = whole || outcome == AnswerWriter::Outcome::Whole;
        mostAhead = std::max({mostAhead, writer.pending(), source->given - sent});
    };
    const auto count = [&](qint64 bytes) {
        sent += bytes;
        write();
    };
    if (secure)
        connect(ends.server.get(), &QSslSocket::encryptedBytesWritten, this, count);
    else
        connect(ends.server.get(), &QIODevice::bytesWritten, this, count);
    writer.begin("HTTP/1.1 200 OK\r\n\r\n", reply, true);
    write();
    // The reader takes nothing: it goes on until the kernel's buffers are full, and then stands.
    qint64 before = -1;
    QTRY_VERIFY(std::exchange(before, source->given) == source->given && writer.pending() >= writeAhead);
    QVERIFY(!whole);
    QVERIFY2(mostAhead <= most, qPrintable(QString::number(mostAhead)));

    qint64 received = 0;
    connect(&ends.client, &QIODevice::readyRead, this, [&] { received += ends.client.readAll().size(); });
    ends.client.setReadBufferSize(0);
    received += ends.client.readAll().size();
    QTRY_COMPARE_WITH_TIMEOUT(received, source->size() + 19, 60'000);
    QVERIFY(whole);
    QVERIFY2(mostAhead <= most, qPrintable(QString::number(mostAhead)));
}

void tst_AnswerWriter::saysWhereTheSourceGaveTooMuchOrTooLittle()
{
    class Wrong final : public BodySource
    {
    public:
        explicit Wrong(QByteArray piece)
            : m_piece(std::move(piece))
        {
        }
        qint64 size() const override { return 10; }
        QByteArray next() override { return m_piece; }

    private:
        QByteArray m_piece;
    };
    for (const QByteArray &piece : {QByteArray(), QByteArray(11, 'x')}) {
        Ends ends(false);
        QTRY_VERIFY(ends.areUp());
        AnswerWriter writer(*ends.server, mebibyte);
        Reply reply;
        reply.source = std::make_shared<Wrong>(piece);
        writer.begin("HTTP/1.1 200 OK\r\n\r\n", reply, true);
        QCOMPARE(writer.write(), AnswerWriter::Outcome::Broken);
    }
}

QTEST_GUILESS_MAIN(tst_AnswerWriter)
#include "tst_AnswerWriter.moc"
