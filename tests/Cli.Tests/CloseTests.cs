using System.Text.Json.Nodes;
using Beffroi.Cli.World;
using Microsoft.Data.Sqlite;

namespace Beffroi.Cli.Tests;

public sealed class CloseTests : IDisposable
{
    readonly Typed _typed = new();

    public void Dispose() => _typed.Dispose();

    [Fact]
    public async Task An_account_is_told_of_then_closed_in_every_module_and_is_then_unknown()
    {
        await _typed.OnData("db migrate");
        await _typed.OnData("db seed");
        var email = People.All.Single(p => p.Name == "Hugo Lemaire").Email;

        var dry = JsonNode.Parse((await _typed.OnData($"db close {email} --dry-run --json")).Output)!.AsObject();
        Assert.Equal(People.All.Count, Accounts());
        Assert.Equal(["annonces", "comptes", "discussion", "encyclopedie", "eva", "incubateur", "robots"], dry.Select(d => d.Key).Order(StringComparer.Ordinal));
        Assert.NotEqual(0, (int)dry["eva"]!["detachees"]!);

        var done = await _typed.OnData($"db close {email} --json");
        Assert.Equal((0, ""), (done.ExitCode, done.Error));
        Assert.Equal((int)dry["eva"]!["detachees"]!, (int)JsonNode.Parse(done.Output)!["eva"]!["detachees"]!);
        Assert.Equal(People.All.Count - 1, Accounts());
        Assert.Contains("il n’y a pas de compte", (await _typed.OnData($"db close {email}")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_superadmin_stays()
    {
        await _typed.OnData("db migrate");
        await _typed.OnData("db seed");
        var answer = await _typed.OnData($"db close {People.All.Single(p => p.Name == "Camille Fontaine").Email}");
        Assert.NotEqual(0, answer.ExitCode);
        Assert.Contains("seul superadmin", answer.Error, StringComparison.Ordinal);
        Assert.Equal(People.All.Count, Accounts());
    }

    long Accounts()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_typed.Data, "beffroi.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM accounts_people";
        return (long)command.ExecuteScalar()!;
    }
}
