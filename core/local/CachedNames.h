// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <memory>

namespace Holdfast {

/// The names of the copies in a folder, page by page, however many there are; one of which a part is there as well as
/// the whole may come twice. Any one thread at a time; slow: pool thread.
class CachedNames
{
public:
    explicit CachedNames(const QString &folder);
    ~CachedNames();

    QStringList next(int most); ///< empty at the end, and where the folder can't be read on

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace Holdfast
