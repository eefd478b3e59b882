// SPDX-License-Identifier: GPL-3.0-or-later
// Sealing and opening 50 MiB in memory against libcrypto's AES-256-GCM over the same bytes, in turns, in one run.
#include "bench/Figures.h"
#include "crypto/Random.h"
#include "crypto/SealedLayout.h"
#include "crypto/SealedReader.h"
#include "crypto/SealedWriter.h"

#include <QElapsedTimer>
#include <QIODevice>

#include <openssl/evp.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

constexpr qint64 size = 50 * 1024 * 1024;
constexpr qint64 pieceSize = 64 * 1024; // what the server's sockets hand on at a time
constexpr int rounds = 9;

/// Takes and gives bytes as fast as memory does, so that the sealing alone is measured.
class MemoryDevice : public QIODevice
{
public:
    explicit MemoryDevice(QByteArray &bytes)
        : m_bytes(bytes)
    {
        open(QIODevice::ReadWrite | QIODevice::Unbuffered);
    }
    qint64 size() const override { return m_bytes.size(); }
    bool seek(qint64 position) override
    {
        m_position = position;
        return QIODevice::seek(position);
    }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 count = std::min(maxSize, m_bytes.size() - m_position);
        std::copy_n(m_bytes.constData() + m_position, count, data);
        m_position += count;
        return count;
    }
    qint64 writeData(const char *data, qint64 count) override
    {
        if (m_position + count > m_bytes.size())
            return -1;
        std::copy_n(data, count, m_bytes.data() + m_position);
        m_position += count;
        return count;
    }

private:
    QByteArray &m_bytes;
    qint64 m_position = 0;
};

double secondsOf(const std::function<bool()> &work)
{
    QElapsedTimer timer;
    timer.start();
    if (!work())
        qFatal("The work that was to be measured failed.");
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

/// One context, one call for each 64 KiB, one tag: the least that AES-256-GCM costs here.
bool rawCipher(bool seals, const QByteArray &in, QByteArray &out, unsigned char *tag)
{
    static const unsigned char key[32] = {1};
    static const unsigned char nonce[12] = {2};
    EVP_CIPHER_CTX *const context = EVP_CIPHER_CTX_new();
    bool good = EVP_CipherInit_ex(context, EVP_aes_256_gcm(), nullptr, key, nonce, seals ? 1 : 0) == 1;
    int written = 0;
    for (qint64 at = 0; good && at < in.size(); at += pieceSize)
        good = EVP_CipherUpdate(context, reinterpret_cast<unsigned char *>(out.data() + at), &written,
                                reinterpret_cast<const unsigned char *>(in.constData() + at),
                                static_cast<int>(std::min(pieceSize, in.size() - at))) == 1;
    if (good && !seals)
        good = EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, 16, tag) == 1;
    unsigned char nothing = 0;
    good = good && EVP_CipherFinal_ex(context, &nothing, &written) == 1;
    if (good && seals)
        good = EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, 16, tag) == 1;
    EVP_CIPHER_CTX_free(context);
    return good;
}

bool seal(const QByteArray &plain, QByteArray &sealed, const SecretKey &key)
{
    MemoryDevice to(sealed);
    const auto writer = SealedWriter::begin(to, key, "bench");
    bool good = writer.has_value();
    for (qint64 at = 0; good && at < plain.size(); at += pieceSize)
        good = (*writer)->write(QByteArrayView(plain).sliced(at, std::min(pieceSize, plain.size() - at))).has_value();
    return good && (*writer)->finish();
}

bool open(QByteArray &sealed, QByteArray &opened, const SecretKey &key)
{
    const auto reader = SealedReader::open(std::make_unique<MemoryDevice>(sealed), key, "bench");
    bool good = reader.has_value();
    for (qint64 at = 0; good && at < opened.size(); at += pieceSize) {
        const qint64 count = std::min(pieceSize, opened.size() - at);
        good = (*reader)->read(opened.data() + at, count) == count;
    }
    return good;
}

void print(const char *deed, std::vector<double> &ours, std::vector<double> &raw)
{
    const double mebibytes = static_cast<double>(size) / (1024 * 1024);
    const double own = median(ours);
    const double bare = median(raw);
    std::printf("%s: %.2f of bare AES-256-GCM (%.0f against %.0f MiB/s, median of %d)\n", deed, bare / own,
                mebibytes / own, mebibytes / bare, rounds);
}

} // namespace

int main()
{
    const QByteArray plain = randomBytes(size);
    QByteArray sealed(SealedLayout::sealedSize(size), '\0');
    QByteArray rawSealed(size, '\0');
    QByteArray opened(size, '\0');
    unsigned char tag[16] = {};
    std::vector<double> seals, opens, rawSeals, rawOpens;
    for (int round = 0; round < rounds; ++round) {
        const SecretKey key = SecretKey::random();
        rawSeals.push_back(secondsOf([&] { return rawCipher(true, plain, rawSealed, tag); }));
        seals.push_back(secondsOf([&] { return seal(plain, sealed, key); }));
        rawOpens.push_back(secondsOf([&] { return rawCipher(false, rawSealed, opened, tag); }));
        opens.push_back(secondsOf([&] { return open(sealed, opened, key); }));
        if (opened != plain)
            qFatal("What was opened is not what was sealed.");
    }
    print("sealing", seals, rawSeals);
    print("opening", opens, rawOpens);
    return 0;
}
