namespace Beffroi.Cli.Tests;

public sealed class CardCommandTests : IDisposable
{
    const string Card = "---\ntitle: Essai\nmission: Un service pour essayer\nincubator: exemple\ncontact: contact@essai.example\nimpact_url: https://essai.example\nphases:\n  - name: investigation\n    start: 2026-01-10\n---\n";

    readonly Typed _typed = new();

    public void Dispose() => _typed.Dispose();

    [Fact]
    public async Task A_card_comes_in_once_and_goes_out()
    {
        await _typed.OnData("db migrate");
        var file = await Write("essai.md", Card);

        var taken = await _typed.OnData($"incubator card import {file}");
        Assert.Equal(0, taken.ExitCode);
        Assert.Contains("Essai (1 phase, 0 événement)", taken.Output, StringComparison.Ordinal);
        Assert.Contains("impact_url", Assert.Single(taken.ErrorLines), StringComparison.Ordinal);
        var written = await _typed.OnData("incubator card export essai");
        Assert.Equal((0, ""), (written.ExitCode, written.Error));
        Assert.Equal(Card.Replace("impact_url: https://essai.example\n", "", StringComparison.Ordinal), written.Output);

        Assert.Contains("déjà dans cette base", (await _typed.OnData($"incubator card import {file}")).Error, StringComparison.Ordinal);
        Assert.Equal(0, (await _typed.OnData($"incubator card import {file} --name autre")).ExitCode);
    }

    [Fact]
    public async Task What_is_no_card_is_said_in_one_line()
    {
        await _typed.OnData("db migrate");
        var bad = await Write("mauvaise.md", Card.Replace("title: Essai", "title: &a Essai", StringComparison.Ordinal));
        var two = await Write("deux.md", Card.Replace("title: Essai\n", "", StringComparison.Ordinal).Replace("start: 2026-01-10", "start: hier", StringComparison.Ordinal));

        foreach (var (words, code, said) in new[] { ($"incubator card import {bad}", 1, "ligne 2"), ($"incubator card import {two}", 1, "title"), ("incubator card import nulle-part.md", 2, "pas de fichier"), ($"incubator card import {bad} --name Deux_Mots", 2, "n’est pas un nom"), ("incubator card export inconnue", 2, "pas de service") })
        {
            var answer = await _typed.OnData(words);
            Assert.Equal((code, ""), (answer.ExitCode, answer.Output));
            Assert.Contains(said, Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        }
    }

    async Task<string> Write(string name, string text)
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.GetDirectoryName(_typed.Data)!).FullName, name);
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        return file;
    }
}
