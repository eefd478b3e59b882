// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/DataFolder.h"
#include "http/Router.h"

namespace Holdfast {

/// Whether the server is up, and whether it can do its work. Asked by machines, without a token. Any thread.
class HealthRoutes
{
public:
    explicit HealthRoutes(DataFolder &data);

    void addTo(Http::Router &router);

private:
    Result<QStringList> ready() const; ///< what is not as it should be, though the work can be done

    DataFolder &m_data;
};

} // namespace Holdfast
