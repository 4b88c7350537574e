using System.Diagnostics;
using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using Beffroi.Eva.Paper;
using Beffroi.Eva.Tests.Reviews;

namespace Beffroi.Eva.Tests.Restitution;

/// <summary>In place of row 31: a tagged A4 PDF printed from the restitution by the operator's Chromium; without one, the page that prints is said plainly.</summary>
public sealed class PrintRestitutionTests
{
    const string Chromium = "/usr/bin/chromium";

    [Fact]
    public async Task Without_a_chromium_the_page_says_how_to_print_and_offers_no_pdf()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var address = await DecisionTests.Weak(site, "Sans PDF");
        var hugo = await site.SignIn(Crew.Hugo);

        await hugo.Open(address);
        Assert.Contains("Ce serveur ne fait pas de PDF", hugo.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Télécharger en PDF", hugo.Text, StringComparison.Ordinal);
        await hugo.Open($"{address}/restitution.pdf");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Le PDF n’a pas pu être fait"), (hugo.Status, hugo.Page.QuerySelector(".fr-alert[role=alert] .fr-alert__title")!.TextContent.Trim()));
    }

    [Fact]
    public async Task What_is_printed_says_the_same_as_the_page_and_holds_neither_health_nor_form_nor_cookie_nor_label()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A program that copies is written as a script.");
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.CreateWith("Sur papier", "WithHealth", "WithSelfPositioning");
        var awa = await Participant.Enter(site, campaign.Code, "Awa");
        await awa.AnswerQuestionnaire(("sante_accord", "oui"), ("sante_audition", "oui"), ("ecole", "france"));
        await awa.PlayAll(_ => false);
        var address = $"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}";
        using var copier = new Copier();
        site.Pdf = new() { Chromium = copier.Path };
        var hugo = await site.SignIn(Crew.Hugo);
        await (await hugo.Open(address)).Follow("Télécharger en PDF");

        Assert.Equal("application/pdf", hugo.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-store", hugo.Response.Headers.CacheControl!.ToString());
        var source = Encoding.UTF8.GetString(await hugo.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var paper = new HtmlParser().ParseDocument(source);
        await hugo.Open(address);

        Assert.Equal("fr", paper.DocumentElement.GetAttribute("lang"));
        Assert.Equal(Shown(hugo.Page), Shown(paper));
        Assert.Empty(paper.QuerySelectorAll("form, script, input, link, img[src^=http]"));
        Assert.DoesNotContain("entendre", source, StringComparison.Ordinal);
        Assert.DoesNotContain("illettrisme", paper.QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("RequestVerificationToken", source, StringComparison.Ordinal);
        Assert.DoesNotContain("Hugo Lemaire", source, StringComparison.Ordinal);
        Assert.All(paper.QuerySelectorAll("details"), d => Assert.True(d.HasAttribute("open")));
        // Handed over by a file of its own, gone with its folder.
        Assert.False(File.Exists(copier.Said("page")));
        Assert.All(copier.Environment(), name => Assert.Contains(name, new[] { "HOME", "TMPDIR", "PATH", "LANG", "PWD", "SHLVL", "_", "OLDPWD" }));
    }

    [Fact]
    public async Task A_chromium_that_fails_or_is_not_there_leaves_the_page()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var address = await DecisionTests.Weak(site, "En panne");
        var hugo = await site.SignIn(Crew.Hugo);

        foreach (var path in new[] { "/bin/false", "/nowhere/chromium", "/etc/hostname" })
        {
            site.Pdf = new() { Chromium = path };
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "Résultats : Awa"), ((await hugo.Open($"{address}/restitution.pdf")).Status, hugo.Heading.Replace('\u00A0', ' ')));
        }
    }

    [Fact]
    public async Task The_operator_s_own_chromium_makes_a_tagged_a4_pdf_in_french()
    {
        Assert.SkipUnless(File.Exists(Chromium), "No Chromium here.");
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.CreateComplete("Vrai PDF");
        await (await Participant.Enter(site, campaign.Code, "Awa")).PlayAll(id => id.Length % 2 == 0);
        site.Pdf = new() { Chromium = Chromium, WithoutSandbox = true };
        var hugo = await site.SignIn(Crew.Hugo);

        await hugo.Open($"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}/restitution.pdf");

        Assert.Equal(HttpStatusCode.OK, hugo.Status);
        var pdf = await hugo.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var text = Encoding.Latin1.GetString(pdf);
        Assert.StartsWith("%PDF-", text, StringComparison.Ordinal);
        Assert.Contains("/StructTreeRoot", text, StringComparison.Ordinal);
        Assert.Contains("/Marked true", text, StringComparison.Ordinal);
        Assert.Matches("/Lang \\(fr", text);
        // 210 × 297 mm in points.
        Assert.Matches("/MediaBox \\[0 0 59[45]\\.\\d+ 84[12]\\.\\d+\\]", text);
        if (System.Environment.GetEnvironmentVariable("BEFFROI_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "restitution.pdf"), pdf, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>What a reader of paper finds, folded or not: nothing that stays on the screen.</summary>
    static string Shown(AngleSharp.Dom.IDocument page)
    {
        foreach (var hidden in page.QuerySelectorAll("main .screen-only, main .fr-breadcrumb"))
        {
            hidden.Remove();
        }

        return Visitor.Flat(page.QuerySelector("main")!.TextContent);
    }

    /// <summary>A program with the command line of Chromium that copies the page where the PDF should be.</summary>
    sealed class Copier : IDisposable
    {
        readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("beffroi-copier-");

        public Copier()
        {
            File.WriteAllText(Path, $"""
                #!/bin/sh
                for one in "$@"; do case "$one" in --print-to-pdf=*) out="$(printf %s "$one" | cut -d= -f2-)";; file://*) page="$(printf %s "$one" | cut -c8-)";; esac; done
                printf %s "$page" > "{_folder.FullName}/page"
                env | cut -d= -f1 > "{_folder.FullName}/env"
                cp "$page" "$out"
                """);
            if (OperatingSystem.IsWindows())
            {
                return;
            }

            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        public string Path => System.IO.Path.Combine(_folder.FullName, "chromium");

        public string Said(string what) => File.ReadAllText(System.IO.Path.Combine(_folder.FullName, what));

        public IReadOnlyList<string> Environment() => Said("env").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
