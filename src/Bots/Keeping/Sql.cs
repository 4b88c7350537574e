using System.Data.Common;
using System.Globalization;
using System.Text;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Beffroi.Bots.Keeping;

/// <summary>Prepared statements through the context's own connection and transaction, for what comes by thousands a second: the same SQL on both engines. A statement that is asked again is
/// prepared once.</summary>
sealed class Sql(BotsDb db) : IAsyncDisposable
{
    // SQLite looks each value of a statement up by its name among all of them, and has no network to cross.
    const int MostValuesNear = 64;
    const int MostValuesFar = 4000;

    readonly Dictionary<string, DbCommand> _prepared = new(StringComparer.Ordinal);
    readonly bool _isSqlite = db.Database.ProviderName?.EndsWith("Sqlite", StringComparison.Ordinal) == true;

    public async Task<int> Run(string sql, object?[] values, CancellationToken ct) => await (await Command(sql, values, ct)).ExecuteNonQueryAsync(ct);

    /// <summary>Reads rows, each by <paramref name="read"/>.</summary>
    public async Task<List<T>> Read<T>(string sql, object?[] values, Func<SqlRow, T> read, CancellationToken ct)
    {
        var rows = new List<T>();
        await using var reader = await (await Command(sql, values, ct)).ExecuteReaderAsync(ct);
        var row = new SqlRow(reader);
        while (await reader.ReadAsync(ct))
        {
            rows.Add(read(row));
        }

        return rows;
    }

    /// <summary>Reads rows one after the other, for what does not fit in memory.</summary>
    public async IAsyncEnumerable<T> Stream<T>(string sql, object?[] values, Func<SqlRow, T> read, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var reader = await (await Command(sql, values, ct)).ExecuteReaderAsync(ct);
        var row = new SqlRow(reader);
        while (await reader.ReadAsync(ct))
        {
            yield return read(row);
        }
    }

    /// <summary>Inserts rows, several in each statement.</summary>
    /// <param name="into">Table and columns: <c>bots_x ("A", "B")</c>.</param>
    /// <param name="then">What follows the values: what to do of a conflict.</param>
    public async Task Insert(string into, IReadOnlyList<object?[]> rows, string then, CancellationToken ct)
    {
        foreach (var (sql, values) in Parts(into, rows, then))
        {
            await Run(sql, values, ct);
        }
    }

    /// <summary>The same, reading what <paramref name="then"/> gives back (RETURNING).</summary>
    public async Task<List<T>> Insert<T>(string into, IReadOnlyList<object?[]> rows, string then, Func<SqlRow, T> read, CancellationToken ct)
    {
        var all = new List<T>(rows.Count);
        foreach (var (sql, values) in Parts(into, rows, then))
        {
            all.AddRange(await Read(sql, values, read, ct));
        }

        return all;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _prepared.Values)
        {
            await command.DisposeAsync();
        }
    }

    IEnumerable<(string Sql, object?[] Values)> Parts(string into, IReadOnlyList<object?[]> rows, string then)
    {
        if (rows.Count == 0)
        {
            yield break;
        }

        var width = rows[0].Length;
        // Few lengths, so that few statements are prepared: whole parts, then halves.
        var most = (_isSqlite ? MostValuesNear : MostValuesFar) / width;
        for (var at = 0; at < rows.Count;)
        {
            var size = most;
            while (size > rows.Count - at)
            {
                size /= 2;
            }

            size = Math.Max(1, size);
            yield return ($"INSERT INTO {into} VALUES {Places(size, width)} {then}", [.. rows.Skip(at).Take(size).SelectMany(r => r)]);
            at += size;
        }
    }

    static string Places(int rows, int width)
    {
        var text = new StringBuilder();
        for (var n = 0; n < rows * width; n++)
        {
            text.Append(n % width == 0 ? n == 0 ? "(@p" : "), (@p" : ", @p").Append(n.ToString(CultureInfo.InvariantCulture));
        }

        return text.Append(')').ToString();
    }

    async Task<DbCommand> Command(string sql, object?[] values, CancellationToken ct)
    {
        if (_prepared.TryGetValue(sql, out var command))
        {
            for (var at = 0; at < values.Length; at++)
            {
                command.Parameters[at].Value = Value(values[at]);
            }

            return command;
        }

        await db.Database.OpenConnectionAsync(ct);
        if (_isSqlite && _prepared.Count == 0)
        {
            await GiveRoom(ct);
        }

        command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        for (var at = 0; at < values.Length; at++)
        {
            var parameter = command.CreateParameter();
            // Whole, as it stands in the statement: SQLite would else look among all for a name that is not there first.
            (parameter.ParameterName, parameter.Value) = ("@p" + at.ToString(CultureInfo.InvariantCulture), Value(values[at]));
            command.Parameters.Add(parameter);
        }

        _prepared.Add(sql, command);
        return command;
    }

    // Who writes a log and its indexes goes through more pages than the 2 MB that SQLite keeps by default, and would read them from the system again and again.
    async Task GiveRoom(CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA cache_size = -32768";
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        await command.ExecuteNonQueryAsync(ct);
    }

    object Value(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset at when _isSqlite => Instants.Written(at),
        DateTimeOffset at => at.ToUniversalTime(),
        Enum named => named.ToString(),
        _ => value,
    };
}
