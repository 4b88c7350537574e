using Npgsql;

namespace Beffroi.Testing;

/// <summary>A PostgreSQL template database for each content, migrated once a run, copied by the server for each test.</summary>
static class PostgresTemplates
{
    const string Variable = "BEFFROI_TEST_POSTGRES";

    static readonly string? Server = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text : null;
    static readonly string Run = $"beffroi_{Guid.NewGuid():N}"[..20];
    static readonly Dictionary<Content, Lazy<Task<string>>> Made = Enum.GetValues<Content>().ToDictionary(c => c, c => new Lazy<Task<string>>(() => Make(c)));
    static int _count;

    /// <summary>Why the tests on PostgreSQL are skipped; null when they run.</summary>
    public static string? Absence => Server is null ? $"No PostgreSQL: set {Variable} to a connection string, as ./test does." : null;

    public static async Task<TestDatabase> Copy(Content content)
    {
        var template = await Made[content].Value;
        var name = $"{Run}_{Interlocked.Increment(ref _count)}";
        await Execute($"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY");
        return new PostgresCopy(name);
    }

    static async Task<string> Make(Content content)
    {
        if (Made.Count > 0 && _count == 0)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => DropTemplates();
        }

        var name = $"{Run}_{content}".ToLowerInvariant();
        await Execute($"CREATE DATABASE {name}");
        await Planting.Fill(DbEngine.Postgres, ConnectionTo(name), content);
        NpgsqlConnection.ClearAllPools();
        return name;
    }

    static void DropTemplates()
    {
        foreach (var made in Made.Values.Where(m => m is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
        {
            Execute($"DROP DATABASE IF EXISTS {made.Value.Result} WITH (FORCE)").GetAwaiter().GetResult();
        }
    }

    // Whoever waits for one of the ten connections waits for others to be done: on a busy machine that is long, and no mistake.
    static string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 10, Timeout = 300 }.ConnectionString;

    static async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names are made of a constant, a number and an enum above; a database cannot be named by a parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    sealed class PostgresCopy(string name) : TestDatabase
    {
        public override string ConnectionString => ConnectionTo(name);

        public override async ValueTask DisposeAsync()
        {
            await using (var connection = new NpgsqlConnection(ConnectionString))
            {
                NpgsqlConnection.ClearPool(connection);
            }

            await Execute($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }
    }
}
