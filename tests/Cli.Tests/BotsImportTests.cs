using Beffroi.Cli.World;
using Microsoft.Data.Sqlite;

namespace Beffroi.Cli.Tests;

/// <summary>A file of posts that the terminal puts into a watch.</summary>
public sealed class BotsImportTests : IDisposable
{
    const string Two = "id,author_id,created_at,text\n1,x,2026-11-20T10:00:00Z,un message\n2,y,2026-11-20T10:01:00Z,un autre\n";

    readonly Typed _typed = new();

    public void Dispose() => _typed.Dispose();

    [Fact]
    public async Task A_file_is_imported_once_into_a_watch_whose_mandate_is_in_force()
    {
        await World();
        var before = await Posts();

        var first = await Import(WorldBots.Watch);
        Assert.Equal((0, "2 messages gardés, 0 déjà là, 0 laissés de côté.\n"), (first.ExitCode, first.Output));
        Assert.Equal("0 message gardé, 2 déjà là, 0 laissés de côté.\n", (await Import(WorldBots.Watch)).Output);
        Assert.Equal(before + 2, await Posts());
    }

    [Fact]
    public async Task Without_a_watch_a_mandate_or_an_assessment_in_force_nothing_is_imported_and_the_reason_is_told()
    {
        await World();
        var before = await Posts();

        Assert.Contains("il n’y a pas de veille", (await Import(Guid.NewGuid())).Error, StringComparison.Ordinal);
        Assert.Contains("son cadre n’est plus en vigueur", (await Import(WorldBots.PastWatch)).Error, StringComparison.Ordinal);
        await Scalar("delete from accounts_treatment_records where \"Service\" = 'robots'");
        var paused = await Import(WorldBots.Watch);

        Assert.Equal(1, paused.ExitCode);
        Assert.Contains("le détecteur est en pause", paused.Error, StringComparison.Ordinal);
        Assert.Equal(before, await Posts());
    }

    async Task World()
    {
        await _typed.OnData("db migrate");
        await _typed.OnData("db seed");
    }

    Task<Answer> Import(Guid watch) => _typed.Run(["bots", "import", _typed.File("messages.csv", Two), "--watch", watch.ToString(), "--network", "Twitter", "--data", _typed.Data]);

    async Task<long> Posts() => (long)(await Scalar("select count(*) from bots_posts"))!;

    async Task<object?> Scalar(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_typed.Data, "beffroi.db")};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
