using Npgsql;

namespace Beffroi.Cli.Tests;

public sealed class PostgresTests : IDisposable
{
    readonly Typed _typed = new();

    public void Dispose() => _typed.Dispose();

    [Fact]
    public async Task The_commands_do_the_same_on_postgres()
    {
        _typed.Variables["BEFFROI_POSTGRES"] = await FreshDatabase(TestContext.Current.CancellationToken);
        Assert.StartsWith("Base à jour (", (await _typed.OnData("db migrate")).Output, StringComparison.Ordinal);
        Assert.Equal("""{"plante":true}""", (await _typed.OnData("db seed --json")).Output.Trim());
        Assert.Equal("""{"plante":false}""", (await _typed.OnData("db seed --json")).Output.Trim());
        Assert.Equal("8 évaluations, 22 résultats inchangés, 0 changé\n", (await _typed.OnData("eva rescore")).Output);
        Assert.False(Directory.Exists(_typed.Data));
    }

    static async Task<string> FreshDatabase(CancellationToken ct)
    {
        var server = Environment.GetEnvironmentVariable("BEFFROI_TEST_POSTGRES");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "BEFFROI_TEST_POSTGRES is not set: ./test sets it unless --no-postgres.");
        var name = $"cli_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync(ct);
        await using var create = new NpgsqlCommand($"create database {name}", connection);
        await create.ExecuteNonQueryAsync(ct);
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
    }
}
