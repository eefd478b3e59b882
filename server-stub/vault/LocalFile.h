// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/DiskFile.h"

#include <QByteArray>

#include <optional>

namespace Holdfast {

/// A file of this computer behind its descriptor, written in pieces of 256 KiB whatever the size of the writes.
class LocalFile : public DiskFile
{
public:
    LocalFile(int descriptor, QString path); ///< owns the descriptor
    ~LocalFile() override;

    Done flush() override;
    Done sync() override;
    Failure failure() const override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    Done refuse(int error, const char *deed);
    void beginWritingOut();

    int m_descriptor;
    QString m_path;
    QByteArray m_held; // bytes taken and not yet written
    qint64 m_written = 0;
    qint64 m_writingOut = 0; // of the written: what the system was told to bring to the disk
    std::optional<Failure> m_failure;
};

} // namespace Holdfast
