using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Beffroi.Data.Sqlite;

/// <summary>
/// What is deleted or changed is overwritten with zeros in the page where it was, so that a forgotten pseudonym is in no part of the file. FAST: never a page more is written for it; whole pages
/// that become free keep what they had until they are used again (SQLite, PRAGMA secure_delete, read on 27 November 2026).
/// </summary>
sealed class ForgottenForGood : DbConnectionInterceptor
{
    const string Pragma = "PRAGMA secure_delete = FAST";

    public static readonly ForgottenForGood Always = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragma;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragma;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
