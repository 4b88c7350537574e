using Beffroi.Eva;

namespace Beffroi.Browser.Tests;

/// <summary>The games started by the browser while the page before is read.</summary>
public sealed class AheadTests(Town town)
{
    [Fact, Trait(Depth.Name, Depth.Long)]
    public async Task Games_started_ahead_take_no_seat_and_are_there_at_once_when_the_person_plays()
    {
        town.Product.Opens("AVC59000", [.. ParcoursPlan.Names(Parcours.CompetencesDeBase)]);
        await using var tab = await Tab.Open(slowness: 1);
        await tab.ToTheDoor(town.Product.Address, "AVC59000", TimeSpan.Zero);

        await tab.UntilAhead("document.prerendering === true && document.querySelector('h1')?.textContent === 'Nous ouvrons la porte.'");
        await tab.Until("navigator.locks.query().then(l => { window.seats = l.held.length + l.pending.length }), window.seats === 0");

        await tab.Press("Jouer");
        await tab.Until($"!!({Tab.Named("button", "Entrer")}) && performance.getEntriesByType('navigation')[0].activationStart > 0");
        await tab.Until("navigator.locks.query().then(l => { window.seats = l.held.length }), window.seats === 1");
    }
}
