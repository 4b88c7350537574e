using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Beffroi.Data.Sqlite;

/// <summary>
/// What is deleted or changed is overwritten with zeros in the page where it was, so that a forgotten pseudonym is in no part of the file. FAST: never a page more is written for it; whole pages
/// that become free keep what they had until they are used again (SQLite, PRAGMA secure_delete, read on 27 November 2026). Said once to each connection of SQLite: those that are lent again
/// keep it.
/// </summary>
sealed class ForgottenForGood : DbConnectionInterceptor
{
    const string Pragma = "PRAGMA secure_delete = FAST";

    public static readonly ForgottenForGood Always = new();

    readonly ConditionalWeakTable<sqlite3, ForgottenForGood> _told = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (IsTold(connection))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Pragma;
        command.ExecuteNonQuery();
        Note(connection);
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (IsTold(connection))
        {
            return;
        }

        await using var command = connection.CreateCommand();
        command.CommandText = Pragma;
        await command.ExecuteNonQueryAsync(cancellationToken);
        Note(connection);
    }

    bool IsTold(DbConnection connection) => Handle(connection) is { } handle && _told.TryGetValue(handle, out _);

    void Note(DbConnection connection)
    {
        if (Handle(connection) is { } handle)
        {
            _told.AddOrUpdate(handle, this);
        }
    }

    static sqlite3? Handle(DbConnection connection) => (connection as SqliteConnection)?.Handle;
}
