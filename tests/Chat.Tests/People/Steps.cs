using Beffroi.Accounts;
using Beffroi.Accounts.Post;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Notifying;
using Beffroi.Cli.World;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Chat.Tests.People;

/// <summary>What people of the named world do.</summary>
static class Steps
{
    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Task Confirmed(this SiteUnderTest site, string name) => site.Write<AccountsDb>(db => db.Users.Single(a => a.Name == name).EmailConfirmed = true);

    public static Seat SeatOf(this SiteUnderTest site, string name)
    {
        var organisation = ChatWorld.OrganisationOf(name)!;
        return new() { AccountId = site.IdOf(name), Name = name, OrganisationId = organisation.Id, OrganisationName = organisation.Name };
    }

    /// <summary>A case of the ministry and the observatory, TLP:AMBER, opened by Camille unless said otherwise.</summary>
    public static async Task<Guid> Case(this SiteUnderTest site, string by = ChatWorld.Camille, Marked? marking = null, string title = "Dossier réservé")
    {
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.dossier";
        var (id, seat) = (Guid.NewGuid(), site.SeatOf(by));
        var reply = await scope.ServiceProvider.GetRequiredService<CaseShelf>().Open(id, seat, [new()
        {
            Id = Guid.NewGuid(), Author = seat.Author, Fact = new CaseOpened { Title = title },
            Marking = marking ?? new() { Tlp = Tlp.Amber, Audience = Audience.Of(Organisations.Ministry.Id, Organisations.Observatory.Id) },
        }], Ct);
        return reply.IsDone ? id : throw new InvalidOperationException(string.Join(" / ", reply.Faults));
    }

    public static async Task Tell(this SiteUnderTest site, Chat.Rules.Notices.Notice notice, Guid? room = null)
    {
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.avertir";
        await scope.ServiceProvider.GetRequiredService<Telling>().Tell(notice, room, Ct);
    }

    public static async Task Say(this SiteUnderTest site, string name, Guid room, string text, Guid? thread, params string[] named)
    {
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.dire";
        await scope.ServiceProvider.GetRequiredService<Posting>().Post(new()
        {
            Id = Guid.NewGuid(), RoomId = room, Origin = MessageOrigin.Person, AuthorId = site.IdOf(name), OrganisationId = ChatWorld.OrganisationOf(name)!.Id, ThreadId = thread, Text = text, Mentions = [.. named.Select(site.IdOf)],
        }, Ct);
    }

    public static async Task Round(this SiteUnderTest site)
    {
        await using var scope = site.Scope();
        await scope.ServiceProvider.GetRequiredService<NoticeRound>().Run(Ct);
    }

    public static IReadOnlyList<OutboxLetter> LettersTo(this SiteUnderTest site, string name) =>
        site.ReadAccounts(db => db.Outbox.Where(l => l.To == Crew.EmailOf(name) && l.Kind.StartsWith("discussion")).OrderBy(l => l.Id).ToList());

    /// <summary>A secret link of the page, as a path.</summary>
    public static string LinkOn(this Testing.Visitor visitor) => new Uri(visitor.Page.QuerySelector("#lien")!.TextContent.Trim()).AbsolutePath;
}
