using System.Text.Json;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Tests.CasePages;
using Beffroi.Kit;

namespace Beffroi.Chat.Tests.Flows;

/// <summary>What a file says that others signed counts for nobody: an attribution stands by two people of this site.</summary>
public sealed class ImportedSignaturesTests
{
    static readonly JsonSerializerOptions Deep = new(CaseJson.Options) { MaxDepth = 64 };

    [Theory, ClassData(typeof(Engines))]
    public async Task A_forged_attribution_does_not_stand_until_two_people_here_have_signed(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (id, opening, attribution) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        Author Invented() => new() { Person = Guid.NewGuid(), Organisation = Guid.NewGuid() };
        var proposed = new AttributionProposed { Actor = "Un État", Confidence = Estimate.AlmostCertain, Why = "x", Alternatives = [new("Un imitateur", "x", Estimate.Unlikely)] };
        CaseEvent[] lines =
        [
            Line(1, opening, new CaseOpened { Title = "Forgé" }, Invented()), Line(2, attribution, proposed, Invented()),
            Line(3, Guid.NewGuid(), new AttributionBacked { Attribution = attribution, Why = "x" }, Invented()),
            Line(4, Guid.NewGuid(), new AttributionBacked { Attribution = attribution, Why = "y" }, new() { Person = site.IdOf(ChatWorld.Nadia), Organisation = ChatWorld.Ministry.Id }),
        ];
        var hugo = await site.SignIn(ChatWorld.Hugo);
        await hugo.Open(Addresses.Import(Lang.French));
        await hugo.Upload("File", "forge.json", JsonSerializer.SerializeToUtf8Bytes(new { format = "beffroi-case", version = 1, caseId = id, tlp = Tlp.Green, events = lines }, Deep), ("Tlp", nameof(Tlp.Amber)));
        Assert.Empty(hugo.Mistakes);
        // A file may bring a case under another number.
        var about = site.ReadChat(db => db.Cases.Single()).Id;

        await hugo.At(CaseStory.Of(about, "/attribution"));
        Assert.Contains("Un État", hugo.Text, StringComparison.Ordinal);
        Assert.Contains("un second analyste doit signer", hugo.Text, StringComparison.Ordinal);
        Assert.Contains("cette signature ne compte pas ici", hugo.Text, StringComparison.Ordinal);
        Assert.False((await site.ViewOf(about, ChatWorld.Hugo))!.State.Attributions.Single().Stands);

        foreach (var name in new[] { ChatWorld.Hugo, ChatWorld.Paul })
        {
            Assert.False((await site.ViewOf(about, name))!.State.Attributions.Single().Stands);
            var visitor = await (await site.SignIn(name)).At(CaseStory.Of(about, "/attribution"));
            await visitor.Press("Signer", (visitor.Page.QuerySelectorAll("textarea").Select(t => t.GetAttribute("name")!).First(n => n.StartsWith("Why-", StringComparison.Ordinal)), "Vu ici aussi"));
            Assert.Empty(visitor.Mistakes);
        }

        Assert.True((await site.ViewOf(about, ChatWorld.Hugo))!.State.Attributions.Single().Stands);

        CaseEvent Line(int number, Guid line, CaseFact fact, Author author) =>
            new() { Id = line, CaseId = id, Number = number, At = SiteUnderTest.Start, Author = author, Marking = new() { Tlp = Tlp.Green, Audience = number == 1 ? Audience.Community : null }, Fact = fact };
    }
}
