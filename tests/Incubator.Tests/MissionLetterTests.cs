using System.Net;
using System.Text;

namespace Beffroi.Incubator.Tests;

/// <summary>F17: an intrapreneur is named with the mission letter itself, which is given back as it came to whoever reads the convention.</summary>
public sealed class MissionLetterTests
{
    const string Page = Today.Url + "/personnes";

    static readonly (string Field, string Answer)[] Hugo = [("Email", Crew.EmailOf(Crew.Hugo)), ("Duty", nameof(Duty.Intrapreneur)), ("Share", "80"), ("MissionLetter", "LM-2026-4")];

    static byte[] Pdf(string text = "Lettre de mission") => Encoding.Latin1.GetBytes($"%PDF-1.7\n1 0 obj\n({text})\nendobj\ntrailer\n%%EOF\n");

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task F17_The_letter_is_kept_with_its_hash_and_given_back_as_it_came(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.OpenToday(Sample.DisinfoClauses);
        var (camille, ct) = (await site.SignIn(Crew.Superadmin), TestContext.Current.CancellationToken);
        await camille.Open(Page);

        await camille.Upload("File", "C:\\lettres\\Lettre de mission.pdf", Pdf(), Hugo);

        Assert.Equal(Page, camille.Address);
        var letter = site.ReadIncubator(db => db.MissionLetters.Single());
        Assert.Equal(("Lettre de mission.pdf", site.IdOf(Crew.Hugo)), (letter.Name, site.ReadIncubator(db => db.Mandates.Single(m => m.Id == letter.MandateId).AccountId)));
        var link = camille.Page.QuerySelectorAll("main tbody a[download]").Single();
        Assert.Equal($"LM-2026-4 de {Crew.Hugo} (PDF)", Visitor.Flat(link.TextContent));
        foreach (var reader in new[] { Crew.Superadmin, Crew.RegionAdmin, Crew.Hugo })
        {
            using var response = await (await site.SignIn(reader)).Http.GetAsync(new Uri(link.GetAttribute("href")!, UriKind.Relative), ct);
            Assert.Equal(("application/pdf", "attachment"), (response.Content.Headers.ContentType!.MediaType, response.Content.Headers.ContentDisposition!.DispositionType));
            Assert.Equal(Pdf(), await response.Content.ReadAsByteArrayAsync(ct));
        }

        // Who holds no duty for this convention finds nothing; nor does another convention lead to it.
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignIn(Crew.Rose)).Open(link.GetAttribute("href")!)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await camille.Open(Addresses.MissionLetter("autre", letter.MandateId))).Status);
        await camille.Open(Today.Url + "/journal");
        Assert.Contains("lettre de mission " + letter.Sha256[..12], camille.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F17_No_letter_a_broken_one_or_one_that_is_too_heavy_is_refused_with_what_was_typed()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday(Sample.DisinfoClauses);
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Page);
        byte[] cut = Pdf(), heavy = [.. Pdf(), .. new byte[MissionLetter.MostBytes - 100], .. Pdf()];

        foreach (var (file, said) in new[] { ([], "Joignez la lettre de mission"), (cut[..20], "n’est pas un PDF entier"), (Encoding.UTF8.GetBytes("<html>%%EOF"), "n’est pas un PDF entier"), (heavy, "5 Mio au plus") })
        {
            await camille.Upload("File", "lettre.pdf", file, Hugo);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
            Assert.Contains(said, Visitor.Flat(camille.Mistakes.Single()), StringComparison.Ordinal);
            Assert.Equal(("80", "LM-2026-4"), (camille.Page.QuerySelector("#Share")!.GetAttribute("value"), camille.Page.QuerySelector("#MissionLetter")!.GetAttribute("value")));
        }

        Assert.Equal((0, 1), site.ReadIncubator(db => (db.MissionLetters.Count(), db.Mandates.Count(m => m.Duty == Duty.Intrapreneur))));
        // Nobody else has one, nor needs one.
        await camille.Upload("File", "lettre.pdf", Pdf(), ("Email", Crew.EmailOf(Crew.Hugo)), ("Duty", nameof(Duty.Coach)));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 0), (camille.Status, site.ReadIncubator(db => db.MissionLetters.Count())));
        Assert.Contains("pour un intrapreneur seulement", Assert.Single(camille.Mistakes), StringComparison.Ordinal);
        await camille.Post(Page, ("Email", Crew.EmailOf(Crew.Hugo)), ("Duty", nameof(Duty.Coach)));
        Assert.Equal((HttpStatusCode.OK, Page), (camille.Status, camille.Address));
    }

    [Theory]
    [InlineData("../../etc/lettre.pdf", "lettre.pdf")]
    [InlineData("lettre\r\nX-Autre: 1.pdf", "lettreX-Autre: 1.pdf")]
    [InlineData("...", "lettre-de-mission.pdf")]
    public async Task A_name_of_file_is_a_name_only(string sent, string kept)
    {
        var errors = new Kit.Errors();
        using var content = new MemoryStream(Pdf());
        var file = new Microsoft.AspNetCore.Http.FormFile(content, 0, content.Length, "File", sent);

        var letter = await MissionLetter.Read(file, "File", Guid.NewGuid(), errors, TestContext.Current.CancellationToken);

        Assert.Equal((kept, false), (letter!.Name, errors.Any));
    }
}
