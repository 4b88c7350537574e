using System.Text.Json.Nodes;

namespace Beffroi.Cli.Tests;

public sealed class OrientationImportTests : IDisposable
{
    const string Good = "annee;Code métier BMO;Nom métier BMO;Dept;met;xmet\n2026;S1X40;Cuisiniers;59;100;90";

    readonly Typed _typed = new();

    public void Dispose() => _typed.Dispose();

    [Fact]
    public async Task A_good_file_is_put_in_use_after_a_trial_that_keeps_nothing()
    {
        await _typed.OnData("db migrate");
        var file = _typed.File("bmo.csv", Good);

        var trial = await Import(file, "--dry-run");
        Assert.Equal((0, ""), (trial.ExitCode, trial.Error));
        Assert.EndsWith("Essai : rien n’est gardé.\n", trial.Output, StringComparison.Ordinal);

        var answer = await Import(file);
        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("1 famille de métiers dans 1 département.", answer.Output, StringComparison.Ordinal);
        Assert.EndsWith("En service : France Travail, mesure du 31 décembre 2025.\n", answer.Output, StringComparison.Ordinal);
        Assert.True((bool)JsonNode.Parse((await Import(file, "--json")).Output)!["en_service"]!);
    }

    [Fact]
    public async Task Each_mistake_is_a_line_and_the_exit_code_is_2()
    {
        await _typed.OnData("db migrate");

        var answer = await Import(_typed.File("bmo.csv", Good.Replace("100;90", "100;110", StringComparison.Ordinal)));
        Assert.Equal((2, "ligne 2, colonne « xmet » : Il y a plus de projets difficiles que de projets.\n"), (answer.ExitCode, answer.Output));
        Assert.Equal(2, (await Import("/nulle/part.csv")).ExitCode);
        Assert.Contains("Le jour de la mesure est passé", (await Import(_typed.File("b.csv", Good), "--measured", "2027-01-01")).Error, StringComparison.Ordinal);
    }

    Task<Answer> Import(string file, params string[] more) =>
        _typed.Run(["eva", "orientation", "import", "bmo", file, "--source", "France Travail", "--data", _typed.Data, .. more.Contains("--measured", StringComparer.Ordinal) ? more : ["--measured", "2025-12-31", .. more]]);
}
