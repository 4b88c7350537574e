namespace Beffroi.Psychometrics.Tests;

/// <summary>The conditional likelihood by listing, for each person, all the ways to make up the same total.</summary>
static class ConditionalEnumeration
{
    public static double LogLikelihood(ResponseMatrix data, double[] steps)
    {
        var first = data.MaxScores.Select((_, i) => data.MaxScores.Take(i).Sum()).ToArray();
        double Weight(int item, int score) => Math.Exp(-steps.Skip(first[item]).Take(score).Sum());
        var sum = 0.0;
        for (var person = 0; person < data.Persons; person++)
        {
            var row = data.Row(person).ToArray();
            var answered = Enumerable.Range(0, data.Items).Where(i => row[i] >= 0).ToArray();
            IEnumerable<int[]> ways = [[]];
            foreach (var i in answered)
            {
                ways = [.. ways.SelectMany(way => Enumerable.Range(0, data.MaxScores[i] + 1).Select(k => (int[])[.. way, k]))];
            }

            double Chance(int[] way) => way.Select((score, at) => Weight(answered[at], score)).Aggregate(1.0, (x, y) => x * y);
            int[] own = [.. answered.Select(i => (int)row[i])];
            sum += Math.Log(Chance(own) / ways.Where(way => way.Sum() == own.Sum()).Sum(Chance));
        }

        return sum;
    }
}
