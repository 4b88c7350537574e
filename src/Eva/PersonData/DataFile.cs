using System.Text.Json.Nodes;
using Beffroi.Eva.FollowUp;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.PersonData;

/// <summary>The same as JSON, with French keys, as the person reads French. Answers are what she did, as it was received; the keys of the questions are not hers.</summary>
static class DataFile
{
    public static object Of(HeldData held, DateTimeOffset now) => new
    {
        format = "beffroi-donnees-personne-1",
        le = now,
        structure = held.Structure,
        personne = new { nom = held.Person.Name, code = held.Person.Code, anciens_codes = held.Person.FormerCodes.Select(c => c.Code), connue_depuis = held.Person.CreatedAt },
        suivi = held.FollowUps.Select(f => new { etat = TechnicalName.Of(f.State), responsable = f.ResponsibleId is { } who ? held.NameOf(who) : null, le = f.At, par = held.NameOf(f.By) }),
        evaluations = held.Evaluations.Select(e => Evaluation(e, held)),
        evaluations_de_campagnes_privees_de_collegues = held.Elsewhere,
    };

    static object Evaluation(Evaluation evaluation, HeldData held) => new
    {
        id = evaluation.Id,
        campagne = evaluation.Campaign!.Label,
        situations = evaluation.Programme.Situations,
        commencee_le = evaluation.StartedAt,
        finie_le = evaluation.FinishedAt,
        accord = new { le = evaluation.ConsentedAt, texte = evaluation.ConsentVersion },
        jouee_seule = evaluation.Alone is { } alone ? new { derniere_activite = alone.LastActiveOn, remise_le = alone.HandOver?.At, remise_a = alone.HandOver is { } given ? held.NameOf(given.By) : null } : null,
        questionnaire = evaluation.Background is { } said
            ? new { age = said.Age, genre = said.Gender, francais_enfance = said.FrenchMotherTongue, ecole = said.SchoolingPlace, niveau = said.LastLevel, situation = said.LastSituation, appareil = said.Device, aisance = said.ComputerEase }
            : null,
        ce_que_la_personne_dit = evaluation.SelfAnswers.Select(Own),
        sante = evaluation.HealthAnswers.Select(Own),
        parties = evaluation.Runs.OrderBy(r => r.StartedAt).Select(r => new
        {
            situation = r.Situation,
            commencee_le = r.StartedAt,
            finie_le = r.FinishedAt,
            evenements = r.Events.OrderBy(e => e.Position).Select(e => new { position = e.Position, nom = e.Name, horloge_appareil_ms = e.Date, recu_le = e.ReceivedAt, donnees = JsonNode.Parse(e.Data) }),
        }),
        resultats = evaluation.Results.OrderBy(r => r.ComputedAt).Select(r => new { moteur = r.Engine, version = r.EngineVersion, normes = r.NormsVersion, calcule_le = r.ComputedAt, resultat = JsonNode.Parse(r.Score) }),
        synthese = evaluation.Synthesis,
        decisions = held.Decisions[evaluation.Id].Select(d => new { sur = d.About.ToString(), verdict = d.Verdict.ToString(), propose = d.Proposed, garde = d.Kept?.ToString(), raison = d.Reason, le = d.At }),
        desaccords = held.Disagreements[evaluation.Id].Select(d => new { texte = d.Text, le = d.At, retire_le = d.WithdrawnAt }),
        lectures_du_texte = held.Writings[evaluation.Id].Select(r => new { reponses = r.Answers, note = r.Note, le = r.At }),
        plans = held.Plans[evaluation.Id].Select(p => new { numero = p.Number, le = p.At, contenu = JsonNode.Parse(p.Content) }),
        etapes_convenues = held.Agreed[evaluation.Id].Select(a => new { texte = a.Text, le = a.At }),
        mise_en_action = held.Actions[evaluation.Id].Select(a => new
        {
            remediation = a.Remediation is { } remediation ? TechnicalName.Of(remediation) : null,
            difficulte = a.Difficulte is { } difficulte ? TechnicalName.Of(difficulte) : null,
            le = a.At,
            par = held.NameOf(a.By),
        }),
    };

    static object Own(OwnAnswer answer) => new { question = answer.Question, reponse = answer.Value, le = answer.At };
}
