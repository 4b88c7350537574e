using System.Net;
using Beffroi.Chat.Cases;
using Beffroi.Cli.World;

namespace Beffroi.Chat.Tests.CasePages;

/// <summary>Any message becomes a part of a case by one press (table 5.1, case file).</summary>
public sealed class TakingInTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task A_message_goes_into_a_case_as_what_one_says_and_goes_no_further_than_it(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var id = await site.CaseOf(by: ChatWorld.Nadia);
        var nadia = await (await site.SignIn(ChatWorld.Nadia)).At($"{CaseStory.Channel}/message/{WorldChat.FirstSign}/dossier");
        await nadia.Post($"{CaseStory.Channel}/message/{WorldChat.FirstSign}/dossier/{id}", ("Act", "observables"));
        Assert.Equal(CaseStory.Of(id, "/observables"), nadia.Address);
        await nadia.At($"{CaseStory.Channel}/message/{WorldChat.MarkedSign}/dossier");
        await nadia.Post($"{CaseStory.Channel}/message/{WorldChat.MarkedSign}/dossier/{id}", ("Act", "fact"));
        await nadia.At($"{CaseStory.Channel}/message/{WorldChat.MarkedSign}/dossier");
        await nadia.Post($"{CaseStory.Channel}/message/{WorldChat.MarkedSign}/dossier/{id}", ("Act", "fact"));

        Assert.Equal(3, site.ReadChat(db => db.CaseLines.Count(l => l.CaseId == id)));
        Assert.Contains("Nos services confirment", nadia.Text, StringComparison.Ordinal);
        var hugo = await site.SignIn(ChatWorld.Hugo);
        Assert.DoesNotContain("Nos services confirment", (await hugo.At(CaseStory.Of(id, "/chronologie"))).Text, StringComparison.Ordinal);
        Assert.Contains("port-imaginaire.example", (await hugo.At(CaseStory.Of(id, "/observables"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await hugo.Open($"{CaseStory.Channel}/message/{WorldChat.MarkedSign}/dossier")).Status);
        await (await hugo.At($"{CaseStory.Channel}/message/{WorldChat.Answer}/dossier")).Post($"{CaseStory.Channel}/message/{WorldChat.Answer}/dossier/{id}", ("Act", "evidence"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
    }
}
