// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/UploadBody.h"

#include <QUuid>

#include <algorithm>
#include <cstring>

namespace Holdfast {

namespace {

/// As browsers write it: UTF-8, with what would end the quoted string percent-encoded.
QByteArray quoted(const QString &name)
{
    QByteArray text = name.toUtf8();
    text.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
    return '"' + text + '"';
}

} // namespace

UploadBody::UploadBody(std::unique_ptr<QIODevice> file)
    : m_file(std::move(file))
    , m_boundary("holdfast-" + QUuid::createUuid().toByteArray(QUuid::Id128))
    , m_after("\r\n--" + m_boundary + "--\r\n")
{
}

void UploadBody::addField(const QByteArray &name, const QString &value)
{
    m_before += "--" + m_boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" +
                value.toUtf8() + "\r\n";
}

void UploadBody::setFile(const QString &fileName, QLatin1String mediaType)
{
    m_before += "--" + m_boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=" + quoted(fileName) +
                "\r\nContent-Type: " + QByteArray(mediaType.data(), mediaType.size()) + "\r\n\r\n";
}

bool UploadBody::start()
{
    return open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

QByteArray UploadBody::contentType() const
{
    return "multipart/form-data; boundary=" + m_boundary;
}

qint64 UploadBody::fileBytesOf(qint64 sent) const
{
    return std::clamp<qint64>(sent - m_before.size(), 0, m_file->size());
}

qint64 UploadBody::size() const
{
    return m_before.size() + m_file->size() + m_after.size();
}

qint64 UploadBody::readData(char *data, qint64 maxSize)
{
    const qint64 fileStart = m_before.size();
    const qint64 fileEnd = fileStart + m_file->size();
    qint64 done = 0;
    while (done < maxSize && pos() + done < size()) {
        const qint64 at = pos() + done;
        const qint64 room = maxSize - done;
        qint64 got = 0;
        if (at < fileStart) {
            got = std::min(room, fileStart - at);
            std::memcpy(data + done, m_before.constData() + at, static_cast<size_t>(got));
        } else if (at < fileEnd) {
            if (!m_file->seek(at - fileStart) || (got = m_file->read(data + done, std::min(room, fileEnd - at))) <= 0) {
                m_fileFailed = true;
                setErrorString(m_file->errorString());
                return done > 0 ? done : -1;
            }
        } else {
            got = std::min(room, size() - at);
            std::memcpy(data + done, m_after.constData() + (at - fileEnd), static_cast<size_t>(got));
        }
        done += got;
    }
    return done;
}

qint64 UploadBody::writeData(const char *, qint64)
{
    return -1;
}

} // namespace Holdfast
