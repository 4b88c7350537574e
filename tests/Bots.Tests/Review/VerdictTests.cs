using CsCheck;

namespace Beffroi.Bots.Tests.Review;

/// <summary>B18: what people say together, against a count made another way.</summary>
public sealed class VerdictTests
{
    static readonly Gen<AccountReview> Reviews =
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 2], Gen.Enum<ReviewLabel>(), Gen.Int[0, 1000], Gen.Int[0, 3], (person, organisation, label, minute, ended) => new AccountReview
        {
            Id = new Guid(minute, (short)person, (short)((100 * (int)label) + (10 * organisation) + ended), new byte[8]), AccountId = Guid.Empty, OrganisationId = new Guid(organisation + 1, 0, 0, new byte[8]), AnalystId = new Guid(person + 1, 0, 0, new byte[8]),
            Label = label, Why = "Vu.", At = SiteUnderTest.Start.AddMinutes(minute), EndedAt = ended == 0 ? SiteUnderTest.Start : null,
        });

    [Fact]
    public void B18_nothing_is_confirmed_but_by_two_people_who_say_the_same_and_outnumber_the_others() =>
        Reviews.List[0, 9].Sample(reviews =>
        {
            var verdict = ReviewVerdict.Of(reviews);

            // The oracle: the first word of each person, counted by hand.
            var words = new Dictionary<Guid, AccountReview>();
            foreach (var review in reviews.Where(r => r.EndedAt == null).OrderBy(r => r.At).ThenBy(r => r.Id))
            {
                words.TryAdd(review.AnalystId, review);
            }

            int Say(ReviewLabel label) => words.Values.Count(w => w.Label == label);
            var winners = Enum.GetValues<ReviewLabel>().Where(l => Say(l) >= 2 && Enum.GetValues<ReviewLabel>().All(o => o == l || Say(o) < Say(l))).ToList();
            Assert.Equal(words.Count, verdict.People);
            if (winners is [var winner])
            {
                Assert.Equal((ReviewStanding.Confirmed, winner), (verdict.Standing, verdict.Label));
                Assert.Equal(words.Values.Where(w => w.Label == winner).Select(w => w.OrganisationId).Distinct().Count() == 1, verdict.OneOrganisation);
            }
            else
            {
                Assert.Equal(words.Count switch { 0 => ReviewStanding.Waiting, 1 => ReviewStanding.OneLabel, _ => ReviewStanding.Disputed }, verdict.Standing);
                Assert.Null(verdict.Label);
            }
        });

    [Fact]
    public void B18_the_order_in_which_labels_are_read_says_nothing() =>
        Gen.Select(Reviews.List[0, 9], Gen.Int).Sample((reviews, seed) =>
        {
            var shuffled = reviews.ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(ReviewVerdict.Of(reviews), ReviewVerdict.Of(shuffled));
        });

    [Theory]
    [InlineData("AA", ReviewStanding.Confirmed, ReviewLabel.Automated)]
    [InlineData("AH", ReviewStanding.Disputed, null)]
    [InlineData("AHH", ReviewStanding.Confirmed, ReviewLabel.Human)]
    [InlineData("AHC", ReviewStanding.Disputed, null)]
    [InlineData("AAHH", ReviewStanding.Disputed, null)]
    [InlineData("CC", ReviewStanding.Confirmed, ReviewLabel.CannotTell)]
    [InlineData("A", ReviewStanding.OneLabel, null)]
    public void B18_worked_cases(string labels, ReviewStanding standing, ReviewLabel? label)
    {
        var verdict = ReviewVerdict.Of(labels.Select((c, i) => new AccountReview
        {
            Id = new Guid(i, 0, 0, new byte[8]), AccountId = Guid.Empty, OrganisationId = Guid.Empty, AnalystId = new Guid(i, 1, 0, new byte[8]), Why = "Vu.", At = SiteUnderTest.Start,
            Label = c switch { 'A' => ReviewLabel.Automated, 'H' => ReviewLabel.Human, _ => ReviewLabel.CannotTell },
        }));
        Assert.Equal((standing, label), (verdict.Standing, verdict.Label));
    }
}
