using System.Text;
using System.Text.Json.Nodes;

namespace Beffroi.Cli.Tests;

public sealed class BankTests : IDisposable
{
    readonly Typed _typed = new();

    public void Dispose() => _typed.Dispose();

    [Theory]
    [InlineData("livraison", "banque.csv", 22)]
    [InlineData("cafe_de_la_place", "banque.xlsx", 115)]
    public async Task An_exported_bank_has_nothing_wrong(string situation, string name, int questions)
    {
        await _typed.OnData("db migrate");
        var file = _typed.File(name, "");

        var exported = await _typed.OnData($"eva bank export {situation} {file}");
        Assert.Equal((0, ""), (exported.ExitCode, exported.Error));
        Assert.StartsWith($"{questions} questions, version ", exported.Output, StringComparison.Ordinal);
        Assert.Equal((0, $"{questions} questions, aucune erreur\n", ""), Parts(await _typed.Run(["eva", "bank", "check", situation, file])));
        Assert.Equal($$"""{"questions":{{questions}},"erreurs":[]}""", (await _typed.Run(["eva", "bank", "check", situation, file, "--json"])).Output.Trim());
    }

    [Fact]
    public async Task Each_error_is_a_line_with_its_place_and_the_exit_code_is_2()
    {
        await _typed.OnData("db migrate");
        var file = _typed.File("banque.csv", "");
        await _typed.OnData($"eva bank export livraison {file}");
        _typed.File("banque.csv", (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace(";-2,6;", ";facile;", StringComparison.Ordinal));

        var answer = await _typed.Run(["eva", "bank", "check", "livraison", file]);
        Assert.Equal((2, "ligne 4, colonne « difficulté », L01 : Un nombre est attendu, par exemple -0,8.\n"), (answer.ExitCode, answer.Output));
        Assert.Contains("1 erreur dans ce fichier", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        var json = JsonNode.Parse((await _typed.Run(["eva", "bank", "check", "livraison", file, "--json"])).Output)!["erreurs"]![0]!;
        Assert.Equal((4, "difficulté", "L01"), ((int)json["ligne"]!, (string?)json["colonne"], (string?)json["question"]));
    }

    [Fact]
    public async Task A_file_that_is_not_there_or_no_bank_is_said()
    {
        Assert.Contains("fichier introuvable", (await _typed.Run(["eva", "bank", "check", "livraison", "/nulle/part.csv"])).Error, StringComparison.Ordinal);
        Assert.Contains("La première ligne porte le nom des colonnes", (await _typed.Run(["eva", "bank", "check", "livraison", _typed.File("b.csv", Encoding.UTF8.GetBytes("bonjour"))])).Output, StringComparison.Ordinal);
        Assert.Contains("finit par .csv ou .xlsx", (await Exported("b.pdf")).Error, StringComparison.Ordinal);
    }

    async Task<Answer> Exported(string name)
    {
        await _typed.OnData("db migrate");
        return await _typed.OnData($"eva bank export livraison {name}");
    }

    static (int, string, string) Parts(Answer answer) => (answer.ExitCode, answer.Output, answer.Error);
}
