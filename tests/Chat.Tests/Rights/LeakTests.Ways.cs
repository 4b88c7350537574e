using System.Net;
using System.Text.RegularExpressions;
using Beffroi.Chat.Casework;
using Beffroi.Chat.Rules.Notices;
using Beffroi.Chat.Tests.Live;
using Beffroi.Chat.Tests.People;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Chat.Tests.Rights;

/// <summary>By which addresses each thing is asked for, and what would give it away.</summary>
public sealed partial class LeakTests
{
    /// <summary>Addresses that a thing is reached by; true: its own page, which opens or not.</summary>
    static Dictionary<ItemKind, List<Func<Item, (string Address, bool Answers)>>> Ways(GeneratedWorld world)
    {
        Func<Item, (string, bool)> Page(Func<Lang, Item, string> address, bool answers = false) => i => (address(world.Draw(Langs.All), i), answers);
        List<Func<Item, (string, bool)>> lists =
        [
            Page((l, _) => Addresses.Home(l)), Page((l, _) => Addresses.Cases(l)), Page((l, _) => Addresses.OpenPoints(l)), Page((l, _) => Addresses.Notices(l)), Page((l, _) => Addresses.Readings(l)), Page((l, _) => Addresses.Guests(l)),
            Page((l, _) => Addresses.Archive(l)), Page((l, _) => Addresses.NewCase(l)), Page((l, _) => Addresses.NewRoom(l)), Page((l, i) => $"{Addresses.Search(l)}?q={i.Word}"), Page((l, _) => $"{Addresses.Search(l)}?q={GeneratedWorld.Common}"),
            Page((l, i) => $"{Addresses.Cases(l)}?q={i.Word}"),
        ];
        return new()
        {
            [ItemKind.Room] = [.. lists, Page((l, i) => Addresses.Room(l, i.Id), true), Page((l, i) => Addresses.RoomSettings(l, i.Id)), Page((l, i) => Addresses.Feeds(l, i.Id)), Page((l, i) => Addresses.Hooks(l, i.Id))],
            [ItemKind.Message] =
            [
                .. lists, Page((l, i) => Addresses.Message(l, i.In, i.Id), true), Page((l, i) => Addresses.Message(l, i.In, i.Id), true), Page((l, i) => Addresses.Thread(l, i.In, i.Id), true), Page((l, i) => Addresses.Room(l, i.In)), Page((l, i) => $"{Addresses.Search(l)}?q={i.Word}", false),
                Page((l, i) => Addresses.Edit(l, i.In, i.Id)), Page((l, i) => Addresses.Remove(l, i.In, i.Id)), Page((l, i) => Addresses.Versions(l, i.In, i.Id)), Page((l, i) => Addresses.OpenCase(l, i.In, i.Id)),
                Page((l, i) => $"{Addresses.Room(l, world.Draw(world.Items.FindAll(x => x.Kind == ItemKind.Message)).In)}?quote={i.Id}"),
            ],
            [ItemKind.File] = [Page((_, i) => Addresses.File(i.Id), true), Page((_, i) => Addresses.Preview(i.Id)), Page((l, i) => Addresses.Room(l, i.In))],
            [ItemKind.Case] = [.. lists, Page((l, i) => Addresses.Case(l, i.Id), true), .. CasePages(world, i => i.Id)],
            [ItemKind.Evidence] = [Page((l, i) => $"{CasePart.Evidence.Address(l, i.In)}/{i.Id}/fichier", true), Page((l, i) => $"{CasePart.Evidence.Address(l, i.In)}/{i.Id}"), .. CasePages(world, i => i.In)],
            [ItemKind.Name] = [.. lists, Page((l, _) => $"{Addresses.Search(l)}?q={GeneratedWorld.Common}"), Page((l, _) => Message(l, world)), Page((l, _) => Message(l, world)), .. CasePages(world, _ => world.Draw(world.Items.FindAll(x => x.Kind == ItemKind.Case)).Id)],
            [ItemKind.Line] = [.. CasePages(world, i => i.In), Page((l, i) => Addresses.Dossier(l, i.In, i.Id)), Page((l, i) => Addresses.DossierFile(l, i.In, i.Id)), Page((l, i) => $"{CasePart.Evidence.Address(l, i.In)}/{i.Id}"), Page((l, i) => $"{CasePart.Marking.Address(l, i.In)}/{i.Id}"), Page((l, i) => $"{CasePart.Reactions.Address(l, i.In)}/{i.Id}")],
        };
    }

    static string Message(Lang l, GeneratedWorld world)
    {
        var message = world.Draw(world.Items.FindAll(i => i.Kind == ItemKind.Message));
        return Addresses.Message(l, message.In, message.Id);
    }

    static IEnumerable<Func<Item, (string, bool)>> CasePages(GeneratedWorld world, Func<Item, Guid> caseOf)
    {
        foreach (var part in Enum.GetValues<CasePart>())
        {
            yield return i => (part.Address(world.Draw(Langs.All), caseOf(i)), false);
        }

        yield return i => (Addresses.Alert(Lang.French, caseOf(i)), false);
        yield return i => (Addresses.Platforms(Lang.French, caseOf(i)), false);
        yield return i => (Addresses.Export(Lang.French, caseOf(i)), false);
        yield return i => (Addresses.Reuses(Lang.French, caseOf(i)), false);
        yield return i => (Addresses.InviteGuest(Lang.French, caseOf(i).ToString()), false);
        yield return i => ($"{CasePart.Evidence.Address(Lang.French, caseOf(i))}/dossier-scelle", false);
        yield return i => ($"{CasePart.Criteria.Address(Lang.French, caseOf(i))}/massive", false);
        yield return i => ($"{Addresses.Case(Lang.French, caseOf(i))}/fiche/actor", false);
        yield return i => ($"{CasePart.Observables.Address(Lang.French, caseOf(i))}/joindre/{world.Draw(world.Items.FindAll(x => x.Kind == ItemKind.Case)).Id}", false);
    }

    static IEnumerable<string> Leaks(GeneratedWorld world, Reader reader, string body, string asked)
    {
        var words = Words().Matches(body).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        var ids = Ids().Matches(body).Select(m => m.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var item in world.Items.Where(i => !i.Lets(reader)))
        {
            // What the visitor typed comes back to them.
            if (words.Contains(item.Word) && !asked.Contains(item.Word, StringComparison.Ordinal))
            {
                yield return $"the word of {item.Kind} {item.Word}";
            }

            if (ids.Contains(item.Id.ToString()) && !asked.Contains(item.Id.ToString(), StringComparison.Ordinal))
            {
                yield return $"the id of {item.Kind} {item.Word}";
            }
        }
    }

    /// <summary>Everybody is told of everything: each keeps what they may read.</summary>
    static async Task Tell(SiteUnderTest site, GeneratedWorld world)
    {
        foreach (var item in world.Items.Where(i => i.Kind is ItemKind.Message or ItemKind.Case).Take(Long ? 60 : 16).ToList())
        {
            foreach (var (name, _) in world.People.Where(p => p.Name is not null))
            {
                await site.Tell(item.Kind is ItemKind.Message ? new(site.IdOf(name!), null, NoticeReason.Mention, item.Id, null) : new(site.IdOf(name!), null, NoticeReason.Qualified, item.Id, item.Id), item.Kind is ItemKind.Message ? item.In : null);
            }
        }
    }

    static Task Clear(SiteUnderTest site, string name) => site.Write<ChatDb>(db => db.Notices.RemoveRange(db.Notices.Where(n => n.AccountId == site.IdOf(name))));

    static async Task<Dictionary<string, string>> Texts(Testing.Visitor visitor, string[] pages)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            await visitor.Open(page);
            texts[page] = visitor.Text + "\n" + string.Join('\n', visitor.Page.QuerySelectorAll("main a[href]").Select(a => a.GetAttribute("href")));
        }

        return texts;
    }

    [GeneratedRegex("zq[0-9]{5}qz", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Words();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Ids();
}
