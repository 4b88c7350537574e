using Beffroi.Accounts;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Tests.CasePages;
using Beffroi.Chat.Tests.Flows;
using Beffroi.Cli.World;
using Beffroi.Encyclopedia;
using Beffroi.Encyclopedia.Importing;
using Beffroi.Encyclopedia.Importing.Writing;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;
using Stand = Beffroi.Chat.Cases.Stand;

namespace Beffroi.Chat.Tests.People;

/// <summary>The case that a demonstration opens with.</summary>
public sealed class WorldCaseTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task A_demonstration_shows_a_case_at_work_once_with_evidence_that_can_be_taken_away(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        Assert.True(await Plant(site));
        Assert.False(await Plant(site));

        var view = (await site.ViewOf(WorldCase.Id, ChatWorld.Samira))!;
        var sheet = CriteriaSheet.Of(view.State, Convention.Five);
        Assert.False(sheet.IsQualified);
        Assert.Equal([Convention.Artificial, Convention.Misleading], sheet.Lines.Where(l => l.Stand is Stand.Yes).Select(l => l.Definition.Key));
        Assert.Equal([StepState.Done, StepState.Doing], view.State.Runs.Single().Steps.Take(2).Select(s => s.State));
        Assert.Equal(Tlp.Green, view.MarkingOf(view.Events[0].Id).Tlp);

        var samira = await site.SignIn(ChatWorld.Samira);
        await samira.At(CaseStory.Cases);
        Assert.Contains("Fausse fermeture du port imaginaire", samira.Text, StringComparison.Ordinal);
        foreach (var kept in view.State.Evidence)
        {
            await samira.At(CaseStory.Of(WorldCase.Id, $"/preuves/{kept.Kept.Id}/fichier"));
            var bytes = await samira.Response.Content.ReadAsByteArrayAsync(Steps.Ct);
            Assert.Equal(kept.Kept.Fact.Sha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
        }

        // The message says that a case was opened from it.
        await samira.At(CaseStory.Channel);
        Assert.Contains(CaseStory.Of(WorldCase.Id), await samira.Response.Content.ReadAsStringAsync(Steps.Ct), StringComparison.Ordinal);
    }

    static async Task<bool> Plant(SiteUnderTest site)
    {
        await using var scope = site.Scope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<Actor>().Act = "base.semer";
        await new Landing(services.GetRequiredService<EncyclopediaDb>(), services.GetRequiredService<Actor>(), services.GetRequiredService<TimeProvider>()).Import(Readings.OwnContentOfTheProgram(), Steps.Ct);
        return await WorldCase.Plant(services.GetRequiredService<ChatDb>(), services.GetRequiredService<AccountsDb>(), services.GetRequiredService<IProcesses>(), SiteUnderTest.Start, Steps.Ct);
    }
}
