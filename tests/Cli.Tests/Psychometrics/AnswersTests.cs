using System.Text;

namespace Beffroi.Cli.Tests.Psychometrics;

/// <summary>What a file of answers may look like, and how what it may not is refused.</summary>
public sealed class AnswersTests : IDisposable
{
    const string Bank = "item,b\nQ1,-1\nQ2,0\nQ3,1\n";
    const string Plain = "Q1,Q2,Q3\n1,0,1\n1,,0\n0,1,NA\n";

    readonly Typed _typed = new();

    public void Dispose() => _typed.Dispose();

    [Theory]
    [InlineData("Q1;Q2;Q3\n1;0;1\n1;;0\n0;1;NA\n")]
    [InlineData("Q1\tQ2\tQ3\n1\t0\t1\n1\t\t0\n0\t1\tNA\n")]
    [InlineData("Q1,Q2,Q3\r\n1,0,1\r\n1,,0\r\n0,1,NA\r\n")]
    [InlineData("Q1,Q2,Q3\n1,0,1\n1,,0\n0,1,NA")]
    [InlineData("Q1,Q2,Q3\n1,0,1\n1,,0\n0,1,NA\n\n\r\n\n")]
    [InlineData("\uFEFFQ1,Q2,Q3\n1,0,1\n1,,0\n0,1,NA\n")]
    [InlineData("\uFEFF\"Q1\",\"Q2\",\"Q3\"\n\"1\",\"0\",\"1\"\n1,\"\",0\n0,1,\"NA\"\n")]
    [InlineData("Q1 , Q2, Q3\n1, 0, 1\n1,  , 0\n0,1, NA \n")]
    [InlineData("Q1,Q2,Q3\n1.0,0.00,1\n1.0,,0.0\n0,1.0,NA\n")]
    [InlineData("Q1,Q2,Q3\n01,-0,1\n1,,0\n0,1,NA\n")]
    public async Task The_same_answers_written_otherwise_give_the_same_scores(string text)
    {
        var expected = await Score(Encoding.UTF8.GetBytes(Plain));
        Assert.Equal((0, ""), (expected.ExitCode, expected.Error));
        Assert.Equal(expected, await Score(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(expected, await Score(Packed.Gzip(text)));
        Assert.Equal(expected, await Score(Encoding.UTF8.GetBytes(text), "answers.csv"));
        Assert.Equal(expected, await Score(Packed.Gzip(text), "answers.csv"));
        Assert.Equal(expected, await Score(Packed.Gzip(text), "answers.csv.gz"));
        Assert.Equal(expected, await Score([.. Packed.Gzip(text[..12]), .. Packed.Gzip(text[12..])], "in two parts.gz"));
    }

    [Fact]
    public async Task Identifiers_and_columns_left_aside_may_hold_any_text()
    {
        var answer = await Score("who,Q1,note,Q2,Q3,more\n\"Zoé, \"\"la\"\" 1re\",1,\"two\nlines; à côté\",0,1,x\n,1,NA,,0,\n"u8.ToArray(), null, "--id", "who", "--ignore", "note", "more");
        var plain = (await Score(Encoding.UTF8.GetBytes(Plain))).Output.Split('\n');
        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        Assert.Equal([plain[0], "\"Zoé, \"\"la\"\" 1re\"" + plain[1][1..], plain[2][1..], ""], answer.Output.Split('\n'));
    }

    [Fact]
    public async Task Columns_are_left_aside_one_by_one_or_together()
    {
        var text = "x,Q1,y,Q2,Q3\na,1,b,0,1\n"u8.ToArray();
        var together = await Score(text, null, "--ignore", "x", "y");
        Assert.Equal(0, together.ExitCode);
        Assert.Equal(together, await Score(text, null, "--ignore", "x", "--ignore", "y"));
    }

    [Theory]
    [InlineData("", "ligne 1 : le fichier est vide, ou sa première ligne ; elle porte les noms des colonnes")]
    [InlineData("\n\n", "ligne 1 : le fichier est vide, ou sa première ligne ; elle porte les noms des colonnes")]
    [InlineData("Q1,Q2\n", "ligne 2 : aucune personne : le fichier n’a que la ligne des noms")]
    [InlineData("Q1,,Q2\n1,0,1\n", "ligne 1 : la colonne 2 n’a pas de nom")]
    [InlineData("Q1,Q2,Q1\n1,0,1\n", "ligne 1 : deux colonnes s’appellent « Q1 »")]
    [InlineData("1,0,1\n1,0,1\n", "ligne 1 : deux colonnes s’appellent « 1 » (la ligne des noms manque-t-elle ?)")]
    [InlineData("Q1,Q2\n1,0\n1\n", "ligne 3 : 1 champ au lieu de 2")]
    [InlineData("Q1,Q2\n1,0\n1,0,1\n", "ligne 3 : 3 champs au lieu de 2")]
    [InlineData("Q1,Q2\n1,0\n\n1,1\n", "ligne 3 : ligne vide")]
    [InlineData("Q1,Q2\n1,oui\n", "ligne 2 : colonne « Q2 » : « oui » n’est pas un score (un nombre entier, vide ou NA)")]
    [InlineData("Q1,Q2\n1,0.5\n", "ligne 2 : colonne « Q2 » : « 0.5 » n’est pas un score (un nombre entier, vide ou NA)")]
    [InlineData("Q1,Q2\n1,1e3\n", "ligne 2 : colonne « Q2 » : « 1e3 » n’est pas un score (un nombre entier, vide ou NA)")]
    [InlineData("Q1,Q2\n1,99999999999999999999\n", "ligne 2 : colonne « Q2 » : « 99999999999999999999 » n’est pas un score (un nombre entier, vide ou NA)")]
    [InlineData("Q1,Q2\n1,\"0\n", "ligne 2 : guillemet ouvert et jamais fermé")]
    [InlineData("Q1,Q2\n1,\"0\"0\n", "ligne 2 : texte après un guillemet fermant")]
    [InlineData("Q1,Q2\n1,0\"0\"\n", "ligne 2 : guillemet au milieu d’un champ")]
    [InlineData("Q1,Q2\r1,0\r", "ligne 1 : retour chariot sans saut de ligne")]
    [InlineData("Q1,Q2\n1,\0\n", "ligne 2 : ce n’est pas du texte (fichier binaire)")]
    [InlineData("Q1,Q2\n1,\u001b[31m\n", "ligne 2 : ce n’est pas du texte (fichier binaire)")]
    public async Task What_is_malformed_is_refused_with_its_line(string text, string message) =>
        Assert.Equal([$"beffroi : l’entrée standard, {message}"], Refused(await Score(Encoding.UTF8.GetBytes(text))).ErrorLines);

    [Fact]
    public async Task A_line_is_counted_as_an_editor_does_even_after_text_on_several_lines() =>
        Assert.Equal(
            ["beffroi : l’entrée standard, ligne 5 : 2 champs au lieu de 3"],
            Refused(await Score("note,Q1,Q2\r\n\"a\r\nb\r\nc\",1,0\r\n1,0\r\n"u8.ToArray(), null, "--ignore", "note")).ErrorLines);

    [Fact]
    public async Task A_column_that_is_not_there_is_refused_with_the_closest_one()
    {
        Assert.Equal(["beffroi : l’entrée standard, ligne 1 : aucune colonne ne s’appelle « genre » ; la plus proche est « Gender »"], Refused(await Score("Gender,Q1\n1,0\n"u8.ToArray(), null, "--ignore", "genre")).ErrorLines);
        Assert.Equal(["beffroi : l’entrée standard, ligne 1 : aucune colonne ne s’appelle « identifiant »"], Refused(await Score("Q1,Q2\n1,0\n"u8.ToArray(), null, "--id", "identifiant")).ErrorLines);
        Assert.Equal(["beffroi : l’entrée standard : la colonne « Q4 » n’est pas dans la banque ; la plus proche est « Q1 » (--ignore la laisse de côté)"], Refused(await Score("Q1,Q4\n1,0\n"u8.ToArray())).ErrorLines);
        Assert.Equal(["beffroi : l’entrée standard, ligne 1 : la colonne « Q1 » est demandée pour deux usages"], Refused(await Score("Q1,Q2\n1,0\n"u8.ToArray(), null, "--id", "Q1", "--ignore", "Q1")).ErrorLines);
        Assert.Equal(["beffroi : l’entrée standard, ligne 1 : aucune colonne ne reste pour les questions"], Refused(await Score("Q1\n1\n"u8.ToArray(), null, "--ignore", "Q1")).ErrorLines);
    }

    [Fact]
    public async Task What_is_no_text_is_refused()
    {
        Assert.Equal(["beffroi : l’entrée standard, ligne 2 : le texte n’est pas en UTF-8 (Latin-1 ou Windows-1252 ?)"], Refused(await Score([.. "Q1,x\n1,"u8, 0xE9, (byte)'\n'], null, "--ignore", "x")).ErrorLines);
        Assert.Equal(["beffroi : l’entrée standard est en UTF-16 : enregistrez-le en UTF-8"], Refused(await Score(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Plain)).ToArray())).ErrorLines);
        Assert.Equal(["beffroi : l’entrée standard est un classeur ou une archive : enregistrez-le en CSV"], Refused(await Score([.. "PK"u8, 3, 4, 20, 0])).ErrorLines);
        Refused(await Score(new byte[5000]));
        Refused(await _typed.Run(["psychometrics", "score", Path.GetTempPath(), "--bank", _typed.File("bank.csv", Bank)]));
        Refused(await _typed.Run(["psychometrics", "score", "", "--bank", _typed.File("bank.csv", Bank)]));
    }

    [Fact]
    public async Task A_gzip_file_cut_anywhere_is_refused()
    {
        var whole = Packed.Gzip("Q1,Q2,Q3\n" + string.Concat(Enumerable.Range(0, 500).Select(i => $"{i % 2},{i / 2 % 2},{i / 3 % 2}\n")));
        Assert.Equal(0, (await Score(whole)).ExitCode);
        for (var length = 0; length < whole.Length; length++)
        {
            Refused(await Score(whole[..length]));
        }
    }

    [Fact]
    public async Task A_gzip_file_whose_content_was_changed_is_refused()
    {
        var changed = Packed.Gzip(Plain);
        changed[^6] ^= 1;
        Assert.Contains("gzip abîmé", Assert.Single(Refused(await Score(changed)).ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_grows_without_end_is_refused_before_it_fills_the_memory()
    {
        Assert.Contains("ligne 2 : ligne de plus de 1 Mo", Assert.Single(Refused(await Score(Packed.Gzip([.. "Q1,Q2\n\""u8, .. new string('1', 3_000_000).Select(c => (byte)c)]))).ErrorLines), StringComparison.Ordinal);
        Assert.Contains("plus de 101 scores différents", Assert.Single(Refused(await Score(Encoding.UTF8.GetBytes("Q1\n" + string.Join('\n', Enumerable.Range(0, 102))))).ErrorLines), StringComparison.Ordinal);
        Assert.Contains("identifiant de plus de 200 octets", Assert.Single(Refused(await Score(Encoding.UTF8.GetBytes($"id,Q1\n{new string('x', 201)},1\n"), null, "--id", "id")).ErrorLines), StringComparison.Ordinal);
        Assert.Contains("10001 colonnes, 10000 au plus", Assert.Single(Refused(await Score(Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 10_001))))).ErrorLines), StringComparison.Ordinal);
    }

    async Task<Answer> Score(byte[] answers, string? file = null, params string[] options)
    {
        var bank = _typed.File("bank.csv", Bank);
        return file is null
            ? await _typed.Run(["psychometrics", "score", "-", "--bank", bank, .. options], answers)
            : await _typed.Run(["psychometrics", "score", _typed.File(file, answers), "--bank", bank, .. options]);
    }

    static Answer Refused(Answer answer)
    {
        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.StartsWith("beffroi : ", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        return answer;
    }
}
