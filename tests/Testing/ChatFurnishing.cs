using System.Security.Cryptography;
using System.Text;
using Beffroi.Chat;
using Beffroi.Chat.Evidence.Files;
using Beffroi.Chat.Rules.Notices;
using Beffroi.Chat.Rules.Webhooks;
using Beffroi.Cli.World;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Testing;

/// <summary>Something to read on every page of the chat: a message that was changed and answered, cases, an invitation, a feed, a webhook.</summary>
public static class ChatFurnishing
{
    public const string GuestSecret = "invitation-des-essais-0123456789abcd";

    /// <summary>Camille's, in the reaction channel: edited, with a sign, a quote and a file.</summary>
    public static readonly Guid OwnWord = Id(1);

    static readonly byte[] FileBytes = Encoding.UTF8.GetBytes("compte;heure\nport_info_24;09:00:01\nport_info_25;09:00:01\n");
    static readonly string FileHash = Convert.ToHexStringLower(SHA256.HashData(FileBytes));

    /// <summary>Fills the database of the chat of the named world, its cases included.</summary>
    /// <returns>The room of the case.</returns>
    public static async Task<Guid> Furnish(this ChatDb db, Func<string, Guid> idOf, TimeProvider clock, CancellationToken ct)
    {
        await CaseFurnishing.Fill(db, clock, ct);
        var now = clock.GetUtcNow();
        db.Add(new Blob { Sha256 = FileHash, Bytes = FileBytes });
        await Talk(db, idOf, now, ct);
        Flows(db, idOf, now);
        People(db, idOf, now);
        await db.SaveChangesAsync(ct);
        return await db.Cases.Where(c => c.Id == CaseFurnishing.Case).Select(c => c.RoomId).SingleAsync(ct);
    }

    /// <summary>In a site under test.</summary>
    internal static async Task<Guid> FurnishChat(this SiteUnderTest site)
    {
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.preparer";
        return await scope.ServiceProvider.GetRequiredService<ChatDb>().Furnish(site.IdOf, site.Clock, TestContext.Current.CancellationToken);
    }

    static async Task Talk(ChatDb db, Func<string, Guid> idOf, DateTimeOffset now, CancellationToken ct)
    {
        var at = now.AddHours(-2);
        var room = await db.Rooms.SingleAsync(r => r.Id == ChatWorld.Channel(ChannelPhase.Reaction, Lang.French), ct);
        (room.LastPlace, room.LastCommonPlace) = (Place(at), Place(at));
        db.AddRange(
            new Message
            {
                Id = OwnWord, RoomId = room.Id, Place = Place(at), At = at, Origin = MessageOrigin.Person, AuthorId = idOf(ChatWorld.Camille), OrganisationId = ChatWorld.Ministry.Id,
                Text = "**Proposition** : démentir demain matin, avec le port. @Hugo Lemaire, qu’en pensez-vous ?\n\n- un communiqué\n- une note aux rédactions", EditedAt = at.AddMinutes(5),
            },
            new MessageVersion { MessageId = OwnWord, Until = at.AddMinutes(5), Text = "Proposition : démentir demain." },
            new MessageReaction { MessageId = OwnWord, AccountId = idOf(ChatWorld.Hugo), OrganisationId = ChatWorld.Observatory.Id, Sign = Sign.All[0].Key, At = at.AddMinutes(7) },
            new Mention { MessageId = OwnWord, AccountId = idOf(ChatWorld.Hugo) },
            new Quote { MessageId = OwnWord, QuotedId = WorldChat.FirstSign },
            new StoredFile { Id = Id(4), MessageId = OwnWord, Name = "releve.csv", Kind = FileKind.Csv, Size = FileBytes.Length, Sha256 = FileHash, At = at, By = idOf(ChatWorld.Camille) },
            new MessageDraft { AccountId = idOf(ChatWorld.Camille), RoomId = ChatWorld.PrivateRoom, ThreadId = Guid.Empty, Text = "Je relis avant d’envoyer.", At = at });
    }

    static void Flows(ChatDb db, Func<string, Guid> idOf, DateTimeOffset now)
    {
        var (room, by) = (ChatWorld.PrivateRoom, idOf(ChatWorld.Camille));
        db.AddRange(
            // Read in ten years: no test goes outside.
            new WatchedFeed { Id = Id(5), RoomId = room, Address = "https://journal.example/flux.xml", Title = "Journal inventé", AddedBy = by, AddedAt = now, NextAt = now.AddYears(10) },
            new RoomHook { Id = Id(6), RoomId = room, Name = "Veille des ports", SecretHash = HookSecret.Hash("un secret que personne n’emploie"), AddedBy = by, AddedAt = now },
            new OutgoingHook { Id = Id(7), RoomId = room, Name = "Tableau de bord", Address = "https://tableau.example/beffroi", SealedKey = "", OrganisationId = ChatWorld.Ministry.Id, AddedBy = by, AddedAt = now });
    }

    static void People(ChatDb db, Func<string, Guid> idOf, DateTimeOffset now)
    {
        var (camille, nadia, hugo) = (idOf(ChatWorld.Camille), idOf(ChatWorld.Nadia), idOf(ChatWorld.Hugo));
        db.AddRange(
            Pass(Id(8), GuestSecret, "Une rédactrice du Courrier du port", approved: camille),
            Pass(Id(9), GuestSecret + "-2", "Un chercheur en géographie", approved: null),
            new Following { AccountId = camille, Kind = FollowingKind.Case, TargetId = CaseFurnishing.Case, At = now },
            Notice(NoticeReason.Mention, WorldChat.FirstSign, null, WorldChat.Channel(ChannelPhase.Detection, Lang.French)),
            Notice(NoticeReason.Assigned, CaseFurnishing.Reaction, CaseFurnishing.Case, null),
            new ReadingLine { Id = Id(10), At = now.AddHours(-1), AccountId = hugo, OrganisationId = ChatWorld.Observatory.Id, Act = ReadingAct.Downloaded, CaseId = CaseFurnishing.Case, ItemId = CaseFurnishing.Evidence, OwnerOrganisationId = ChatWorld.Ministry.Id });

        GuestPass Pass(Guid id, string secret, string whom, Guid? approved) => new()
        {
            Id = id, CaseId = CaseFurnishing.Case, SecretHash = HookSecret.Hash(secret), ForWhom = whom, OrganisationId = ChatWorld.Ministry.Id, InvitedBy = nadia, InvitedAt = now, ExpiresAt = now.AddDays(20),
            ApprovedBy = approved, ApprovedAt = approved is null ? null : now,
        };

        NoticeRow Notice(NoticeReason reason, Guid subject, Guid? caseId, Guid? roomId) =>
            new() { Id = Guid.CreateVersion7(now), AccountId = camille, Reason = reason, SubjectId = subject, CaseId = caseId, RoomId = roomId, Key = $"{reason}:{subject:N}", At = now.AddHours(-1), SeenAt = null, MailedAt = now };
    }

    static long Place(DateTimeOffset at) => (at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    static Guid Id(int number) => new(SHA256.HashData(Encoding.ASCII.GetBytes($"chat-furnishing-{number}"))[..16]);
}
