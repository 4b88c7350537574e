using System.Security.Cryptography;
using Beffroi.Chat;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Evidence.Files;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Testing;

/// <summary>A case with something on each of its pages, and another that shares an address with it; the ministry and the observatory read both.</summary>
public static class CaseFurnishing
{
    public static readonly Guid Case = Id(1), Other = Id(2), Evidence = Id(3), Reaction = Id(4), Run = Id(5), Argument = Id(6), Dossier = Id(8);
    public const string Step = "chercher";

    static readonly byte[] Capture = "Copie de la page, 23 novembre 2026.\n"u8.ToArray();
    static readonly Observable Page = Observable.Read(ObservableKind.Url, "https://port-imaginaire.example/fermeture")!;

    /// <summary>Saves it. The people of the chat are there already.</summary>
    public static async Task Fill(ChatDb db, TimeProvider clock, CancellationToken ct)
    {
        var hugo = await Seat(db, ChatWorld.Hugo, ct);
        var camille = await Seat(db, ChatWorld.Camille, ct);
        var marking = new Marked { Tlp = Tlp.Amber, Audience = Audience.Of(ChatWorld.Ministry.Id, ChatWorld.Observatory.Id) };
        var keeping = new CaseKeeping(db, new Scopes(db), clock);
        await keeping.Keep(Log(Case, clock, [.. Lines(hugo, camille, marking, clock.GetUtcNow())]), 0, hugo, ct);
        db.Add(new Blob { Sha256 = Hash(Capture), Bytes = Capture });
        db.Add(new StoredFile { Id = Id(7), MessageId = null, CaseId = Case, EventId = Evidence, Name = "capture.txt", Kind = FileKind.Text, Size = Capture.Length, Sha256 = Hash(Capture), At = clock.GetUtcNow(), By = hugo.AccountId });
        await db.SaveChangesAsync(ct);
        await keeping.Keep(Log(Other, clock, [Draft(camille, new CaseOpened { Title = "Copie anglaise de la vidéo" }, marking), Draft(camille, new ObservableNoted { Observable = Page })]), 0, camille, ct);
        await db.SaveChangesAsync(ct);
    }

    static IEnumerable<CaseDraft> Lines(Seat hugo, Seat camille, Marked marking, DateTimeOffset now) =>
    [
        Draft(hugo, new CaseOpened { Title = "Fausse fermeture du port imaginaire", Language = "fr" }, marking),
        Draft(hugo, new ObservableNoted { Observable = Page, Found = "hxxps://port-imaginaire[.]example/fermeture" }),
        Draft(hugo, new ObservableNoted { Observable = Observable.Read(ObservableKind.Hashtag, "PortFermé")!, Note = "Trois cents fois en une heure" }),
        Draft(hugo, new EvidenceKept { FileName = "capture.txt", MediaType = FileKind.Text.MediaType(), Size = Capture.Length, Sha256 = Hash(Capture), SourceUrl = Page.Value, Method = "À la main" }, id: Evidence),
        Draft(camille, new EvidenceHandled { Evidence = Evidence, Handling = Handling.Verified, Note = "Même empreinte" }),
        Draft(camille, new SectionWritten { Section = Section.Content, Text = "Une vidéo annonce la **fermeture** du port.\n\n- L’image date de 2019.\n- Elle montre un autre port." }),
        Draft(hugo, new SectionWritten { Section = Section.Behaviour, Text = "Trois cents comptes publient à la même seconde." }),
        Draft(hugo, new TechniqueNoted { Technique = "T0049.003", Name = "Bots Amplify via Automated Forwarding and Reposting", Why = "Même seconde, même texte" }),
        Draft(hugo, new ArgumentMade { Stance = Stance.Question, Criterion = Convention.Foreign, Text = "D’où vient la première copie\u00A0?" }, id: Argument),
        Draft(camille, new ArgumentMade { Stance = Stance.For, Text = "D’un serveur loué hors d’Europe.", ReplyTo = Argument, Shown = [Evidence] }),
        Draft(camille, new CriterionAssessed { Criterion = Convention.Massive, Stand = Stand.Yes, Confidence = Estimate.VeryLikely, Why = "Deux millions de vues en un jour", Shown = [Evidence] }),
        Draft(hugo, new CriterionAssessed { Criterion = Convention.Massive, Stand = Stand.No, Confidence = Estimate.Likely, Why = "Presque toutes sont achetées" }),
        Draft(camille, new CriterionAssessed { Criterion = Convention.Artificial, Stand = Stand.Yes, Confidence = Estimate.AlmostCertain, Why = "Même seconde, même texte" }),
        Draft(hugo, new TimelineNoted { Text = "Première copie en ligne" }) with { HappenedAt = now.AddDays(-3), KnewAt = now.AddDays(-1) },
        Draft(hugo, new ReactionProposed { Option = ReactionOption.Denial, Text = "Démentir par la voix du port", Backfire = "Des gens l’apprendraient par nous", BackfireChance = Estimate.Likely, Owner = camille.AccountId }, id: Reaction),
        Draft(camille, new ReactionDecided { Reaction = Reaction, Verdict = Verdict.Taken, Why = "Trois villes le demandent", DueAt = now.AddDays(2) }),
        Draft(hugo, new ExposureEstimated { Reaction = Reaction, Moment = ExposureMoment.Before, Low = 40_000, High = 120_000, Source = "Vues affichées, divisées par les vues de chaque compte", On = new(2026, 11, 22), Role = "analyste" }),
        Draft(camille, new ReactionProposed { Option = ReactionOption.Nothing, Text = "Laisser passer", Backfire = "Cela peut monter encore", BackfireChance = Estimate.EvenChance }),
        Draft(hugo, new DecisionTaken { What = "Un point chaque matin", Why = "La vidéo change de langue" }),
        Draft(hugo, new AttributionProposed { Actor = "Agence Brume", Confidence = Estimate.Likely, Why = "Même hébergeur que deux affaires de 2025", Alternatives = [new("Un imitateur", "Le montage diffère", Estimate.Unlikely)] }),
        Draft(hugo, ARun(now), id: Run),
        Draft(hugo, new RunStepSet { Run = Run, Step = Step, State = StepState.Doing, Owner = hugo.AccountId }),
        Draft(hugo, new DossierSent { Platform = "Réseau imaginaire", Rule = "Comportement inauthentique coordonné", Text = "Trois cents comptes créés le même jour.", SentAt = now.AddDays(-2), Accounts = [Page], Evidence = [Evidence] }, id: Dossier),
        Draft(hugo, new DossierAnswered { Dossier = Dossier, Answer = PlatformAnswer.Partly, AnsweredAt = now.AddHours(-20), Text = "Deux cents comptes suspendus" }),
        Draft(hugo, new ReuseTold { Sector = Sector.CivilSociety, By = "Journal imaginaire", What = "Une enquête" }),
        Draft(camille, new RetrospectiveWritten { Worked = "Le salon commun", Failed = "Deux jours avant de savoir", Lessons = "Garder une capture dès la première heure" }),
        Draft(camille, new PhaseEntered { Phase = CasePhase.Qualification }),
    ];

    static RunStarted ARun(DateTimeOffset now) => new()
    {
        Practice = TestEntries.Practice, Version = 1, Title = "Relire une image", Href = $"/encyclopedie/fiche/{TestEntries.Practice}", Language = Lang.French,
        Steps =
        [
            new() { Id = Step, Act = "Chercher les copies de l’image", Expected = "Une liste datée de copies", Role = "analyst", RoleLabel = "Analyste", Blocking = true, DueAt = now.AddHours(-1), DueHours = 2, Tools = [new(TestEntries.Tool, "Loupe d’essai", $"/encyclopedie/fiche/{TestEntries.Tool}", "https://loupe.example/?q={value}")] },
            new() { Id = "conclure", Act = "Dire ce que l’image montre", Expected = "Une phrase et son niveau de confiance", Role = "coordinator", RoleLabel = "Coordination", DueHours = 4 },
        ],
    };

    static CaseLog Log(Guid id, TimeProvider clock, IReadOnlyList<CaseDraft> drafts)
    {
        using var random = RandomNumberGenerator.Create();
        return drafts.Aggregate(CaseLog.Of(id), (log, draft) => log.With(draft, clock, random));
    }

    static CaseDraft Draft(Seat seat, CaseFact fact, Marked? marking = null, Guid? id = null) =>
        new() { Id = id ?? Guid.NewGuid(), Author = seat.Author, Marking = marking ?? new() { Tlp = Tlp.Amber }, Fact = fact };

    static async Task<Seat> Seat(ChatDb db, string name, CancellationToken ct)
    {
        var organisation = ChatWorld.OrganisationOf(name)!;
        var account = await db.Members.Where(m => m.OrganisationId == organisation.Id && m.Name == name).Select(m => m.AccountId).SingleAsync(ct);
        return new() { AccountId = account, Name = name, OrganisationId = organisation.Id, OrganisationName = organisation.Name };
    }

    static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    static Guid Id(int number) => new($"0ca5e000-0000-7000-8000-{number:d12}");
}
