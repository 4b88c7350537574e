using System.Net;
using System.Text;
using Beffroi.Eva.Bank;
using Beffroi.Eva.BankFiles;
using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Tests.Banks;

/// <summary>From a file to the questions that people play, and back.</summary>
public sealed class ImportBankTests
{
    const string Bank = "/eva/banque/livraison";

    [Theory, ClassData(typeof(Engines))]
    public async Task An_export_imported_again_changes_nothing(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var camille = await site.SignIn(Crew.Superadmin);

        foreach (var (situation, end) in BankOutline.All.SelectMany(o => new[] { (o.Situation, "csv"), (o.Situation, "xlsx") }))
        {
            var file = await Exported(camille, $"/eva/banque/{situation}/export.{end}");
            await Sent(camille, situation, file);
            Assert.Contains("Ce fichier est la banque actuelle", camille.Text, StringComparison.Ordinal);
        }

        Assert.False(site.Read(db => db.BankVersions.Any() || db.BankDrafts.Any() || db.Banks.Any()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_a_file_changes_is_read_then_confirmed_and_older_runs_keep_their_questions(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Create(Crew.Hugo, "Deux banques");
        var before = await Participant.Enter(site, campaign.Code, "Awa");
        var old = await before.Start("livraison");
        var camille = await site.SignIn(Crew.Superadmin);

        await Sent(camille, "livraison", BankFile.Xlsx(WithOtherKey()));
        Assert.Contains("0 question ajoutée, 1 changée, 0 retirée", camille.Text, StringComparison.Ordinal);
        Assert.Equal(["L01", "question, solution", "Que fait Linh ensuite ?"], camille.Page.QuerySelectorAll("tbody tr").Single().Children.Select(c => c.TextContent.Trim()));
        Assert.False(site.Read(db => db.BankVersions.Any()));
        await camille.Press("Remplacer la banque");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        Assert.Contains("Dites en quelques mots pourquoi la banque change", camille.Mistakes);
        await camille.Press("Remplacer la banque", ("Note", "La sonnette est en panne"));

        Assert.Equal(Bank, camille.Address);
        Assert.Contains("par Camille Fontaine : « La sonnette est en panne »", camille.Text, StringComparison.Ordinal);
        Assert.False(site.Read(db => db.BankDrafts.Any()));

        var after = await Participant.Enter(site, campaign.Code, "Bao");
        var play = await after.Start("livraison");
        Assert.Equal("Que fait Linh ensuite ?", Item(play).Question);
        Assert.Equal("Que doit faire Linh\u202F?", Item(await before.Start("livraison")).Question);
        Assert.Equal("Que doit faire Linh\u202F?", Item(old).Question);

        // b is right in the first bank, c in the second: each run is marked by its own.
        await Answer(before, old, "b");
        await Answer(after, play, "b");
        Assert.Equal((true, false), (Right(site, old), Right(site, play)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task One_goes_back_to_an_earlier_version_by_a_new_one(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var camille = await site.SignIn(Crew.Superadmin);
        await Import(camille, "livraison", WithOtherKey(), "Essai");
        await Import(camille, "livraison", WithDifficulty(-2.55), "Plus difficile que prévu");

        await camille.Open($"{Bank}/versions");
        await camille.Follow("Version 1");
        Assert.Contains("0 question ajoutée, 1 changée, 0 retirée", camille.Text, StringComparison.Ordinal);
        await camille.Press("Revenir à cette version", ("Note", "La première était juste"));
        await camille.Open($"{Bank}/versions/0");
        await camille.Press("Revenir à cette version", ("Note", "Comme au début"));

        Assert.Equal([(1, null), (2, null), (3, 1), (4, 0)], site.Read(db => db.BankVersions.OrderBy(v => v.Number).Select(v => ValueTuple.Create(v.Number, v.Restores)).ToList()));
        var file = BankFile.Read(await Exported(camille, $"{Bank}/export.csv"));
        Assert.Equal(BankShelf.Embedded("livraison").Entries.Select(e => BankText.Of(e.Item)), file.Items.Select(i => BankText.Of(i.Item)));
        var second = BankFile.Read(await Exported(camille, $"{Bank}/export.xlsx?version=2"));
        Assert.Equal(-2.55, second.Items.Single(i => i.Item.Id == "L01").Item.Difficulty);
        await camille.Open($"{Bank}/L01");
        Assert.Contains("changée : question, solution", camille.Text, StringComparison.Ordinal);
        await camille.Open($"{Bank}/versions/9");
        Assert.Equal(HttpStatusCode.NotFound, camille.Status);
    }

    [Fact]
    public async Task A_positioning_is_walked_on_the_bank_that_it_began_with()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open("/eva/campagnes/nouvelle");
        await hugo.Press("Créer la campagne", ("Label", "Au café"), ("Parcours", "positionnement_litteratie"));
        var campaign = site.Campaign("Au café");
        var before = await Participant.Enter(site, campaign.Code, "Awa");
        var old = await before.Start("cafe_de_la_place");
        var camille = await site.SignIn(Crew.Superadmin);
        var bank = BankShelf.Embedded("cafe_de_la_place");

        await Import(camille, "cafe_de_la_place", SituationBank.Of(bank.Situation, bank.Entries.Select(e => (e.Use, e.Use is BankUse.Question ? e.Item with { Instruction = "Prenez votre temps." } : e.Item))), "Une consigne plus calme");

        var after = await Participant.Enter(site, campaign.Code, "Bao");
        Assert.All((await after.Start("cafe_de_la_place")).Items, i => Assert.Equal("Prenez votre temps.", i.Instruction));
        Assert.DoesNotContain((await before.Start("cafe_de_la_place")).Items, i => i.Instruction == "Prenez votre temps.");
        Assert.DoesNotContain(old.Items, i => i.Instruction == "Prenez votre temps.");
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Each_bad_line_is_told_with_its_number_its_column_and_a_sentence_and_nothing_is_imported(string end)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(Crew.Superadmin);
        var bank = SituationBank.Of("livraison", BankShelf.Embedded("livraison").Entries.Select(e => (e.Use, e.Item.Id switch
        {
            "L02" => e.Item with { Solution = ["z"] },
            "L05" => e.Item with { Picture = "licorne" },
            _ => e.Item,
        })));

        await Sent(camille, "livraison", end == "csv" ? BankFile.Csv(bank) : BankFile.Xlsx(bank));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        Assert.Contains("Rien n’est importé : 2 erreurs dans le fichier", camille.Mistakes);
        // Two trials and the words of the columns come before L01.
        Assert.Equal([("5", "solution", "L02"), ("8", "image", "L05")], camille.Page.QuerySelectorAll("tbody tr").Select(r => (r.Children[0].TextContent, r.Children[1].TextContent, r.Children[2].TextContent)));
        Assert.False(site.Read(db => db.BankDrafts.Any() || db.BankVersions.Any()));
    }

    [Fact]
    public async Task Cells_that_cannot_be_read_are_told_too()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(Crew.Superadmin);
        var text = Encoding.UTF8.GetString(BankFile.Csv(BankShelf.Embedded("livraison")));

        await Sent(camille, "livraison", Encoding.UTF8.GetBytes(text.Replace(";-2,6;", ";facile;", StringComparison.Ordinal).Replace("L04;question;;choice", "L04;question;;devinette", StringComparison.Ordinal)));

        Assert.Equal([("4", "difficulté", "L01"), ("7", "forme", "L04")], camille.Page.QuerySelectorAll("tbody tr").Select(r => (r.Children[0].TextContent, r.Children[1].TextContent, r.Children[2].TextContent)));
        Assert.Contains("choice, number, writing, text, order, sort, zone, words", camille.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_too_heavy_or_missing_is_refused_beside_its_field()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(Crew.Superadmin);

        await Sent(camille, "livraison", new byte[BankFile.MaxBytes + 1]);
        Assert.Contains("Ce fichier pèse plus de 4 Mo", camille.Mistakes);
        await Sent(camille, "livraison", []);
        Assert.Contains("Choisissez un fichier CSV ou XLSX", camille.Mistakes);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
    }

    [Fact]
    public async Task A_bank_that_changed_since_it_was_read_is_read_again_before_it_is_replaced()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(Crew.Superadmin);
        await Sent(camille, "livraison", BankFile.Csv(WithOtherKey()));
        await site.Write<EvaDb>(db =>
        {
            var bank = WithDifficulty(-2.5);
            db.Add(new StoredBank { Situation = bank.Situation, Version = bank.Version, Content = BankText.Of(bank), At = SiteUnderTest.Start });
            db.Add(new BankVersion { Id = Guid.NewGuid(), Situation = "livraison", Number = 1, Bank = bank.Version, AuthorId = site.IdOf(Crew.Superadmin), At = SiteUnderTest.Start, Note = "Entre-temps" });
        });

        await camille.Press("Remplacer la banque", ("Note", "Trop tard"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        Assert.Contains("La banque a changé depuis votre lecture", camille.Text, StringComparison.Ordinal);
        Assert.Contains("difficulté, question, solution", camille.Text, StringComparison.Ordinal);

        await camille.Press("Remplacer la banque", ("Note", "Relu"));
        Assert.Equal(["Entre-temps", "Relu"], site.Read(db => db.BankVersions.OrderBy(v => v.Number).Select(v => v.Note).ToList()));
    }

    [Fact]
    public async Task A_file_waits_for_its_sender_alone_and_for_a_day()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(Crew.Superadmin);
        await Sent(camille, "livraison", BankFile.Csv(WithOtherKey()));
        var address = camille.Address;
        await site.Write<EvaDb>(db => db.Add(new BankDraft { Id = Guid.Parse("77777777-7777-7777-7777-777777777777"), Situation = "livraison", AuthorId = site.IdOf(Crew.Hugo), At = SiteUnderTest.Start, FileName = "f", Content = BankText.Of(WithOtherKey()) }));

        Assert.Equal(HttpStatusCode.NotFound, (await camille.Open($"{Bank}/importer/77777777-7777-7777-7777-777777777777")).Status);
        Assert.Equal(HttpStatusCode.OK, (await camille.Open(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await camille.Open(address.Replace("livraison", "objets_trouves", StringComparison.Ordinal))).Status);
        site.Clock.Advance(TimeSpan.FromHours(24));
        camille = await site.SignIn(Crew.Superadmin);
        Assert.Equal(HttpStatusCode.NotFound, (await camille.Open(address)).Status);
        await Sent(camille, "livraison", BankFile.Csv(WithOtherKey()));
        Assert.Equal(1, site.Read(db => db.BankDrafts.Count()));
    }

    [Fact]
    public async Task Each_decision_leaves_an_audit_row_of_its_author()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(Crew.Superadmin);
        await Import(camille, "livraison", WithOtherKey(), "Essai");
        await Restored(camille, 0);

        var rows = site.Read(db => db.Audit.Where(a => a.Subject.StartsWith("BankVersion:") || a.Subject.StartsWith("BankDraft:")).ToList());
        Assert.Equal(["banque.importer Added", "banque.importer Deleted", "banque.lire Added", "banque.revenir Added"], rows.Select(r => $"{r.Act} {r.Change}").Order(StringComparer.Ordinal));
        Assert.All(rows, r => Assert.Equal($"compte:{site.IdOf(Crew.Superadmin)}", r.Who));
    }

    static SituationBank With(Func<BankItem, BankItem> changed) =>
        SituationBank.Of("livraison", BankShelf.Embedded("livraison").Entries.Select(e => (e.Use, e.Item.Id == "L01" ? changed(e.Item) : e.Item)));

    static SituationBank WithOtherKey() => With(i => i with { Question = "Que fait Linh ensuite ?", Solution = ["c"] });

    static SituationBank WithDifficulty(double difficulty) => With(i => i with { Difficulty = difficulty });

    static Item Item(Play play) => play.Items.Single(i => i.Id == "L01");

    static Task Answer(Participant person, Play play, string answer) => person.Send(new Story(play).Tell(EventNames.Started).Answer("L01", answer, 8).Events);

    static bool Right(SiteUnderTest site, Play play)
    {
        using var scope = site.Scope();
        var run = site.Read(db => db.Runs.AsNoTracking().Include(r => r.Events).Single(r => r.Id == play.SessionId));
        return Results.AnswerReading.Read(run).Answers.Single().Correct;
    }

    static async Task<byte[]> Exported(Visitor visitor, string address)
    {
        using var response = await visitor.Http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    static async Task Sent(Visitor visitor, string situation, byte[] file)
    {
        await visitor.Open($"/eva/banque/{situation}/importer");
        await visitor.Upload("File", "banque.xlsx", file);
    }

    static async Task Import(Visitor visitor, string situation, SituationBank bank, string note)
    {
        await Sent(visitor, situation, BankFile.Xlsx(bank));
        await visitor.Press("Remplacer la banque", ("Note", note));
        Assert.Equal($"/eva/banque/{situation}", visitor.Address);
    }

    static async Task Restored(Visitor visitor, int number)
    {
        await visitor.Open($"{Bank}/versions/{number}");
        if (visitor.Page.QuerySelector("textarea") is not null)
        {
            await visitor.Press("Revenir à cette version", ("Note", "Retour"));
        }
    }
}
