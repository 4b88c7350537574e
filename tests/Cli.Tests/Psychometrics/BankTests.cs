using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Beffroi.Cli.Psychometrics.Banks;
using Beffroi.Psychometrics;
using CsCheck;

namespace Beffroi.Cli.Tests.Psychometrics;

public sealed class BankTests : IDisposable
{
    static readonly Gen<BankedItem> Item = Gen.Select(
        Gen.Int[0, 3], Gen.Double[0.1, 4], Gen.Double[-5, 5].Array[1, 4], Gen.Double[0, 0.4], Gen.Double[0.6, 1], Gen.String[Gen.Char["aé ,;\"\n01"], 1, 8],
        (kind, a, b, c, d, name) => kind switch
        {
            0 => new BankedItem($"I{name.Trim()}", "4pl", new LogisticItem { Discrimination = a, Difficulty = b[0], LowerAsymptote = c, UpperAsymptote = d }),
            1 => new BankedItem($"I{name.Trim()}", "rasch", LogisticItem.Rasch(b[0])),
            2 => new BankedItem($"I{name.Trim()}", "grm", new GradedItem(a, [.. b.Distinct().Order()])),
            _ => new BankedItem($"I{name.Trim()}", "gpcm", new PartialCreditItem(a, [.. b])) { Scores = [.. Enumerable.Range(0, b.Length + 1).Select(k => (2 * k) - 1)] },
        });

    static readonly Gen<List<BankedItem>> Items = Item.List[1, 6].Select(items => items.DistinctBy(i => i.Name).ToList());

    readonly Typed _typed = new();

    public void Dispose() => _typed.Dispose();

    [Fact]
    public async Task A_bank_written_as_a_table_reads_back_to_the_same_figures() =>
        await Items.SampleAsync(async items => Same(items, await Read(BankCsv.Write(items))), iter: 200, threads: 1);

    [Fact]
    public async Task A_bank_written_as_JSON_reads_back_to_the_same_figures() =>
        await Items.SampleAsync(async items => Same(items, await Read(new JsonObject
        {
            ["model"] = "2pl",
            ["items"] = new JsonArray([.. items.Select(item =>
            {
                var json = BankJson.Write(item);
                json["model"] = item.ModelName;
                return json;
            })]),
        }.ToJsonString())), iter: 200, threads: 1);

    [Theory]
    [InlineData("item,b\nQ1,-0.5\n")]
    [InlineData("ID;Model;A;B\nQ1;Rasch;1;-0,5\n")]
    [InlineData("\uFEFFb\tid\n-.5\tQ1\n")]
    [InlineData("item,a,b,c,d,b1\nQ1,NA,-0.5,0,1,\n")]
    [InlineData("""{"items":[{"id":"Q1","b":-0.5}]}""")]
    [InlineData("""  {"model":"rasch","n":3,"items":[{"id":"Q1","a":1,"b":-5e-1,"c":0,"seA":null,"seB":0.1}]}""")]
    public async Task The_same_item_may_be_written_in_many_ways(string text) =>
        Same([new("Q1", "rasch", LogisticItem.Rasch(-0.5))], await Read(text));

    [Theory]
    [InlineData("item,b\n", ", ligne 2 : la banque n’a aucun item")]
    [InlineData("a,b\n1,0\n", ", ligne 1 : aucune colonne ne s’appelle « item » ou « id »")]
    [InlineData("item,a\nQ1,1\n", ", ligne 1 : aucune colonne ne s’appelle « b » (ou « b1 », « b2 »…)")]
    [InlineData("item,a,A,b\nQ1,1,1,0\n", ", ligne 1 : deux colonnes s’appellent « A »")]
    [InlineData("item,b\nQ1,0\nQ1,1\n", ", ligne 3 : l’item « Q1 » est là deux fois")]
    [InlineData("item,b\n,0\n", ", ligne 2 : l’item n’a pas de nom")]
    [InlineData("item,b\nQ1,\n", ", ligne 2 : la difficulté b manque")]
    [InlineData("item,b\nQ1,facile\n", ", ligne 2 : « facile » n’est pas un nombre")]
    [InlineData("item,b\nQ1,1e999\n", ", ligne 2 : « 1e999 » n’est pas un nombre")]
    [InlineData("item,a,b\nQ1,0,0\n", ", ligne 2 : a est hors de [−50 ; 50], ou nul")]
    [InlineData("item,b,c\nQ1,0,1\n", ", ligne 2 : c est hors de [0 ; 1[")]
    [InlineData("item,b,d\nQ1,0,1.1\n", ", ligne 2 : d est hors de ]0 ; 1]")]
    [InlineData("item,b,c,d\nQ1,0,0.5,0.5\n", ", ligne 2 : d ne dépasse pas c")]
    [InlineData("item,model,b,c\nQ1,2pl,0,0.2\n", ", ligne 2 : le modèle 2pl n’a pas de c")]
    [InlineData("item,model,b\nQ1,4 pl,0\n", ", ligne 2 : modèle « 4 pl » inconnu (rasch, 1pl, 2pl, 3pl, 4pl, grm, gpcm, pcm)")]
    [InlineData("item,b1,b2\nQ1,0,1\n", ", ligne 2 : des seuils sans modèle (model : grm, gpcm, pcm)")]
    [InlineData("item,model,b1,b2\nQ1,grm,1,0\n", ", ligne 2 : les seuils du modèle grm ne sont pas croissants")]
    [InlineData("item,model,b1,b2,b3\nQ1,grm,1,,3\n", ", ligne 2 : le seuil b2 manque")]
    [InlineData("item,model,b1,scores\nQ1,pcm,1,0 1 2\n", ", ligne 2 : 3 scores pour 2 catégories")]
    [InlineData("{\"items\":\n[{]}", ", ligne 2 : JSON mal formé")]
    [InlineData("""{"items":[]}""", ", $.items : une liste d’items est attendue")]
    [InlineData("""{"items":[{"id":"Q1","b":0},{"id":"Q2"}]}""", ", $.items[1] : la difficulté b manque")]
    [InlineData("""{"items":[{"id":"Q1","b":"0"}]}""", ", $.items[0].b : un nombre est attendu")]
    [InlineData("""{"items":[3]}""", ", $.items[0] : un objet est attendu")]
    public async Task What_is_no_bank_is_refused_with_its_place(string text, string message)
    {
        var answer = await _typed.Run(["psychometrics", "score", "-", "--bank", _typed.File("bank", text)], "Q1\n1\n"u8.ToArray());
        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.EndsWith($"bank{message}", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    static async Task<ImmutableArray<BankedItem>> Read(string text)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var terminal = new Terminal { Input = input, Output = TextWriter.Null, Error = TextWriter.Null, Variable = _ => null, Clock = TimeProvider.System };
        return (await Bank.Read("-", terminal, TestContext.Current.CancellationToken)).Items;
    }

    static void Same(IReadOnlyList<BankedItem> expected, IReadOnlyList<BankedItem> actual) =>
        Assert.Equal(expected.Select(i => (i.Name, i.ModelName, i.Model, string.Join(' ', i.Scores))), actual.Select(i => (i.Name, i.ModelName, i.Model, string.Join(' ', i.Scores))));
}
