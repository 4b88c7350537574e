namespace Beffroi.Detection.Bench;

/// <summary>An invented population that shares things, with coordinated groups planted in it. People are of very unequal activity, have their subjects and their favourite outlets, and
/// follow the news: bursts, viral objects, and readers of one outlet who share it minutes after it publishes, which is what is most easily taken for coordination.</summary>
public sealed class SharingWorld
{
    const int Day = 86_400;
    readonly List<Share> shares = [];
    readonly Dictionary<string, string> groups = new(StringComparer.Ordinal);
    readonly Random chance;
    readonly int days;
    readonly bool minutes;
    readonly double[] activity;
    long contents;

    public SharingWorld(int people, int seed = 1, int days = 30, bool minutes = false, double planted = 1)
    {
        (chance, this.days, this.minutes) = (new(seed), days, minutes);
        // Pareto of exponent 1.3 from 4 up, capped: half of the people share under 7 objects, a few share thousands.
        activity = [.. Enumerable.Range(0, people).Select(_ => Math.Min(3000, 4 / Math.Pow(1 - chance.NextDouble(), 1 / 1.3)))];
        People(people);
        Outlets(people);
        Circles(people);
        foreach (var group in Plan)
        {
            for (var copy = 0; copy < Math.Round(planted * group.Copies); copy++)
            {
                Plant(group, copy);
            }
        }
    }

    /// <summary>The groups: how many members, campaign objects, chance that a member takes part in one, seconds within which they all post, ordinary shares of each besides.</summary>
    public static IReadOnlyList<PlantedGroup> Plan { get; } =
    [
        new("forte", 1, 30, 20, 0.6, 30, 30),
        new("moyenne", 1, 40, 30, 0.25, 60, 60),
        new("faible", 1, 40, 40, 0.12, 60, 60),
        new("diffuse", 1, 60, 60, 0.06, 60, 60),
        new("petite", 5, 4, 10, 0.8, 30, 30),
        new("massive", 1, 100, 600, 0.2, 60, 400),
        new("lente", 1, 30, 30, 0.5, 600, 60),
    ];

    public IReadOnlyList<Share> Shares => shares;

    /// <summary>The group of each planted account.</summary>
    public IReadOnlyDictionary<string, string> Groups => groups;

    void Share(string thing, string account, double when) =>
        shares.Add(new(thing, account, "c" + contents++, minutes ? (long)when / 60 * 60 : (long)when));

    // Half of what people share is theirs alone; the rest comes from objects of their subjects, of very unequal success.
    void People(int people)
    {
        const int Subjects = 25;
        var interest = Enumerable.Range(0, Subjects).Select(_ => new List<int>()).ToArray();
        for (var person = 0; person < people; person++)
        {
            var main = (int)(Subjects * Math.Pow(chance.NextDouble(), 2));
            interest[main].Add(person);
            interest[chance.Next(Subjects)].Add(person);
            for (var own = 0; own < activity[person] / 2; own++)
            {
                Share($"own{person}-{own}", "p" + person, chance.NextDouble() * days * Day);
            }
        }

        foreach (var (subject, crowd) in interest.Index())
        {
            var wheel = new Wheel(crowd.Select(p => activity[p]));
            var left = crowd.Sum(p => activity[p]) / 4;
            for (var thing = 0; left > 0 && crowd.Count > 1; thing++)
            {
                var success = (int)Math.Min(crowd.Count, 2 / Math.Pow(1 - chance.NextDouble(), 1 / 1.1));
                left -= success;
                // One object in ten is breaking news: half of its shares come in ten minutes rather than in three hours.
                var (birth, median) = (chance.NextDouble() * days * Day, chance.NextDouble() < 0.1 ? 600 : 10_800);
                for (var i = 0; i < success; i++)
                {
                    Share($"s{subject}-{thing}", "p" + crowd[wheel.Draw(chance)], birth + (median * Math.Exp(1.6 * Normal())));
                }
            }
        }
    }

    // Readers of an outlet: 2 % of people; each shares one article in fifteen, often within minutes.
    void Outlets(int people)
    {
        for (var outlet = 0; outlet < people / 1000 + 2; outlet++)
        {
            int[] readers = [.. Enumerable.Range(0, 20).Select(_ => chance.Next(people)).Distinct()];
            for (var article = 0; article < 4 * days; article++)
            {
                var birth = chance.NextDouble() * days * Day;
                foreach (var reader in readers.Where(_ => chance.NextDouble() < 1 / 15.0))
                {
                    Share($"o{outlet}-{article}", "p" + reader, birth + (900 * Math.Exp(1.5 * Normal())));
                }
            }
        }
    }

    // Circles of friends, 3 % of people: three to six who pass on to each other a third of some forty things, half within ten minutes. Not coordinated, and hard to tell from it.
    void Circles(int people)
    {
        for (var (circle, left) = (0, 3 * people / 100); left > 0; circle++)
        {
            int[] friends = [.. Enumerable.Range(0, chance.Next(3, 7)).Select(_ => chance.Next(people)).Distinct()];
            left -= friends.Length;
            for (var thing = 0; thing < 40; thing++)
            {
                var birth = chance.NextDouble() * days * Day;
                foreach (var friend in friends.Where(_ => chance.NextDouble() < 1 / 3.0))
                {
                    Share($"f{circle}-{thing}", "p" + friend, birth + (600 * Math.Exp(1.5 * Normal())));
                }
            }
        }
    }

    void Plant(PlantedGroup group, int copy)
    {
        for (var thing = 0; thing < group.Objects; thing++)
        {
            var start = chance.NextDouble() * days * Day;
            for (var member = 0; member < group.Members; member++)
            {
                if (chance.NextDouble() < group.TakesPart)
                {
                    Share($"{group.Name}{copy}-{thing}", Name(group, copy, member), start + (chance.NextDouble() * group.Seconds));
                }
            }
        }

        // And they behave like people besides: things of their own, and things that people share.
        var popular = shares.Count;
        for (var member = 0; member < group.Members; member++)
        {
            groups[Name(group, copy, member)] = group.Name;
            for (var i = 0; i < group.Ordinary; i++)
            {
                var model = shares[chance.Next(popular)];
                Share(i % 2 == 0 ? $"own-{Name(group, copy, member)}-{i}" : model.ObjectId, Name(group, copy, member), model.Timestamp + (10_800 * Math.Exp(1.6 * Normal())));
            }
        }
    }

    static string Name(PlantedGroup group, int copy, int member) => $"{group.Name}{copy}.{member}";

    double Normal() => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());

    sealed class Wheel
    {
        readonly double[] sums;

        public Wheel(IEnumerable<double> weights)
        {
            var sum = 0.0;
            sums = [.. weights.Select(w => sum += w)];
        }

        public int Draw(Random chance)
        {
            var at = Array.BinarySearch(sums, chance.NextDouble() * sums[^1]);
            return Math.Min(sums.Length - 1, at < 0 ? ~at : at + 1);
        }
    }
}

/// <summary>A kind of coordinated group.</summary>
public sealed record PlantedGroup(string Name, int Copies, int Members, int Objects, double TakesPart, int Seconds, int Ordinary);
