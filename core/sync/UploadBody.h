// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

#include <memory>

namespace Holdfast {

/// A multipart/form-data body that is read while it is sent: a few fields, then one file. Random-access and of known
/// size, so that nobody buffers it. UI thread.
class UploadBody : public QIODevice
{
    Q_OBJECT
public:
    explicit UploadBody(std::unique_ptr<QIODevice> file);

    void addField(const QByteArray &name, const QString &value); ///< before setFile
    void setFile(const QString &fileName, QLatin1String mediaType);
    bool start(); ///< opens it for reading

    QByteArray contentType() const;
    qint64 fileBytesOf(qint64 sent) const; ///< how much of the file is in that many bytes of the body
    bool fileFailed() const { return m_fileFailed; }

    qint64 size() const override;
    bool isSequential() const override { return false; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    std::unique_ptr<QIODevice> m_file;
    QByteArray m_boundary;
    QByteArray m_before; ///< all that stands before the file's first byte
    QByteArray m_after;
    bool m_fileFailed = false;
};

} // namespace Holdfast
