using System.Security.Cryptography;
using System.Text;
using Beffroi.Accounts;
using Beffroi.Chat;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Evidence.Files;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Cli.World;

/// <summary>A case of the demonstration, opened from <see cref="WorldChat.FirstSign"/> and still being worked on: an invented campaign, TLP:GREEN. Tests write their own.</summary>
public static class WorldCase
{
    public static readonly Guid Id = new("0e000000-0000-7000-8000-000000000300");

    /// <summary>The practice that is run on it; where there is none, nothing is run.</summary>
    const string Practice = "archiver-une-preuve";

    /// <summary>Plants it where it is not, once its people and its message are there; true when it did.</summary>
    public static async Task<bool> Plant(ChatDb chat, AccountsDb accounts, IProcesses processes, DateTimeOffset now, CancellationToken ct)
    {
        if (await chat.Cases.AnyAsync(c => c.Id == Id, ct) || await chat.Messages.SingleOrDefaultAsync(m => m.Id == WorldChat.FirstSign && m.CaseId == null && m.RemovedAt == null, ct) is not { } sign)
        {
            return false;
        }

        var emails = People.All.Select(p => p.Email).ToList();
        var ids = await accounts.Users.Where(a => emails.Contains(a.Email!)).ToDictionaryAsync(a => a.Email!, a => a.Id, StringComparer.Ordinal, ct);
        var (hugo, clock) = (SeatOf(People.Hugo, ids), new Hands(now.AddHours(-48)));
        var written = new Written(ids, clock, now);
        written.Add(48, People.Hugo, new CaseOpened { Title = "Fausse fermeture du port imaginaire", From = new(sign.Id, sign.RoomId, sign.Text), Language = "fr" });
        Describe(written);
        await Keep(chat, written, ct);
        Judge(written);
        if (await processes.Find(Practice, null, Lang.French, ct) is { } process)
        {
            Run(written, process);
        }

        written.Add(3, People.Nadia, new ReactionProposed
        {
            Option = ReactionOption.Denial, Text = "Le port publie ses horaires de la semaine, sans montrer la vidéo ni citer son adresse.",
            Backfire = "Un démenti avant que la vidéo soit connue la ferait connaître.", BackfireChance = Estimate.EvenChance, Owner = ids[People.Nadia.Email],
        });
        clock.Now = now.AddHours(-48);
        var row = await new CaseKeeping(chat, new Scopes(chat), clock).Keep(written.Log, 0, hugo, ct);
        (row.MessageId, row.Origin, sign.CaseId) = (sign.Id, $"{sign.Id:N}", row.Id);
        await chat.SaveChangesAsync(ct);
        return true;
    }

    static void Describe(Written written)
    {
        written.Add(48, People.Hugo, new ObservableNoted { Observable = Observable.Read(ObservableKind.Url, "https://port-imaginaire.example/fermeture")! });
        written.Add(47, People.Hugo, new ObservableNoted { Observable = Observable.Read(ObservableKind.Account, "port_info_01", "x")!, Note = "Le premier compte qui l’a publiée." });
        written.Add(47, People.Samira, new ObservableNoted { Observable = Observable.Read(ObservableKind.Hashtag, "#PortFermé")! });
        written.Add(46, People.Hugo, new SectionWritten { Section = Section.Content, Text = "Une vidéo de 40 secondes dit que le port imaginaire ferme lundi et que l’État le cache. Elle montre un quai vide et un faux arrêté." });
        written.Add(46, People.Samira, new SectionWritten { Section = Section.Behaviour, Text = "La même vidéo est publiée par des comptes récents, avec la même phrase, à quelques secondes d’écart." });
        written.Add(45, People.Hugo, new TimelineNoted { Text = "La vidéo paraît pour la première fois." }, happened: 55);
    }

    static async Task Keep(ChatDb chat, Written written, CancellationToken ct)
    {
        await written.Keep(44, People.Samira, chat, "transcription.txt", """
            Transcription d’une vidéo inventée pour la démonstration de Beffroi.
            00:02  « Le port ferme lundi. Personne ne vous le dit. »
            00:11  Un quai vide. Sur une grue, le nom d’un autre port.
            00:27  « Regardez l’arrêté. » Le papier ne porte ni numéro ni signature.

            """, "À la main, deux écoutes", ct);
        await written.Keep(30, People.Paul, chat, "partages.csv", """
            compte,cree_le,publie_a
            port_info_01,2026-11-02,08:00:01
            port_info_02,2026-11-02,08:00:03
            la_voix_du_quai,2026-11-03,08:00:04
            quai_libre_7,2026-11-02,08:00:04
            port_info_03,2026-11-03,08:00:06

            """, "Comptes inventés pour la démonstration", ct);
    }

    static void Judge(Written written)
    {
        var (video, shares) = (written.Evidence(0), written.Evidence(1));
        written.Add(29, People.Samira, new CriterionAssessed { Criterion = Convention.Misleading, Stand = Stand.Yes, Confidence = Estimate.AlmostCertain, Why = "L’image montre un autre port, dont le nom se lit sur une grue ; l’arrêté n’a ni numéro ni signature.", Shown = [video] });
        written.Add(28, People.Paul, new CriterionAssessed { Criterion = Convention.Artificial, Stand = Stand.Yes, Confidence = Estimate.VeryLikely, Why = "Cinq comptes créés en deux jours publient la même phrase en six secondes.", Shown = [shares] });
        written.Add(27, People.Nadia, new CriterionAssessed { Criterion = Convention.Massive, Stand = Stand.Unknown, Why = "Nous n’avons pas encore mesuré combien de personnes l’ont vue." });
        written.Add(26, People.Nadia, new ArgumentMade { Stance = Stance.Question, Criterion = Convention.Foreign, Text = "Rien ne dit encore d’où viennent ces comptes. Qui a regardé leurs horaires\u00A0?" });
        written.Add(25, People.Hugo, new ArgumentMade { Stance = Stance.Against, Criterion = Convention.Harmful, Text = "Une plaisanterie qui a mal tourné reste possible\u00A0: le premier compte publiait des parodies." });
        written.Add(24, People.Hugo, new PhaseEntered { Phase = CasePhase.Qualification, Why = "Deux critères sont des oui." });
    }

    static void Run(Written written, Process process)
    {
        var run = written.Add(22, People.Hugo, RunStarted.Of(process, Lang.French, written.At(22)));
        written.Add(20, People.Hugo, new RunStepSet { Run = run, Step = process.Steps[0].Id, State = StepState.Done, Result = "Fait\u00A0: l’adresse, l’heure et l’empreinte sont notées.", Shown = [written.Evidence(0)] });
        if (process.Steps.Count > 1)
        {
            written.Add(18, People.Hugo, new RunStepSet { Run = run, Step = process.Steps[1].Id, State = StepState.Doing, Owner = written.IdOf(People.Samira) });
        }
    }

    static Seat SeatOf(WorldPerson person, Dictionary<string, Guid> ids)
    {
        var home = Organisations.All.Single(o => o.Members.Contains(person));
        return new() { AccountId = ids[person.Email], Name = person.Name, OrganisationId = home.Id, OrganisationName = home.Name };
    }

    /// <summary>The log as it grows; each line is judged as if it were typed.</summary>
    sealed class Written(Dictionary<string, Guid> ids, Hands clock, DateTimeOffset now)
    {
        public CaseLog Log { get; private set; } = CaseLog.Of(Id);

        public DateTimeOffset At(int hoursAgo) => now.AddHours(-hoursAgo);

        public Guid IdOf(WorldPerson person) => ids[person.Email];

        public Guid Evidence(int at) => Log.Events.Where(e => e.Fact is EvidenceKept).ElementAt(at).Id;

        /// <param name="happened">Hours ago.</param>
        public Guid Add(int hoursAgo, WorldPerson person, CaseFact fact, int? happened = null)
        {
            clock.Now = At(hoursAgo);
            var seat = SeatOf(person, ids);
            var draft = new CaseDraft
            {
                Id = Guid.CreateVersion7(clock.Now), Author = seat.Author, Fact = fact, HappenedAt = happened is { } ago ? At(ago) : null,
                Marking = fact is CaseOpened ? new() { Tlp = Tlp.Green, Audience = Audience.Community } : new() { Tlp = Tlp.Green },
            };
            var faults = Log.Events.IsEmpty ? fact.Faults(new(), draft) : CaseView.For(Log, seat.Reader)!.Faults(draft);
            if (faults.FirstOrDefault() is { } fault)
            {
                throw new InvalidOperationException($"The case of the demonstration cannot be written: {fault}");
            }

            Log = Log.With(draft, clock, RandomNumberGenerator.Create());
            return draft.Id;
        }

        public async Task Keep(int hoursAgo, WorldPerson person, ChatDb chat, string name, string content, string method, CancellationToken ct)
        {
            var bytes = Encoding.UTF8.GetBytes(content.ReplaceLineEndings("\n"));
            var file = FileIntake.Read(name, bytes) is FileReading.Received received ? received.File : throw new InvalidOperationException($"{name} is not taken in.");
            var line = Add(hoursAgo, person, new EvidenceKept { FileName = file.Name, MediaType = file.Kind.MediaType(), Size = file.Size, Sha256 = file.Sha256, Method = method });
            await new Blobs(chat, clock).Keep(file.Sha256, bytes, ct);
            chat.Add(new StoredFile { Id = Guid.CreateVersion7(clock.Now), MessageId = null, CaseId = Id, EventId = line, Name = file.Name, Kind = file.Kind, Size = file.Size, Sha256 = file.Sha256, At = clock.Now, By = IdOf(person) });
        }
    }

    /// <summary>The hour at which each line was written.</summary>
    sealed class Hands(DateTimeOffset at) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = at;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
