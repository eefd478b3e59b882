// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QString>

#include <memory>

namespace Holdfast {

/// Keeps a data folder for one process: the system gives it free when the process ends, however it ends.
class FolderLock
{
public:
    /// Makes the folder (0700) where it is missing, and waits up to two seconds for a process that was killed to be
    /// gone. Conflict, with a sentence, while another process has it; Unreachable where it can't be written.
    static Result<std::unique_ptr<FolderLock>> take(const QString &folder);
    ~FolderLock();
    FolderLock(const FolderLock &) = delete;
    FolderLock &operator=(const FolderLock &) = delete;

private:
    explicit FolderLock(int descriptor);
    int m_descriptor;
};

} // namespace Holdfast
