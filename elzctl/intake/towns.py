"""Names of municipalities, provinces and regions of Flanders and around it, in small letters without accents.

Behind another word they say that it is the name of a house, a service or a project: *Levensloop Aalst*.
"""

from __future__ import annotations

import re

from elzctl.intake.folded import folded

_TOWNS = frozenset(
    """aalst aalter aarschot aartselaar affligem alken alveringem amsterdam anderlecht antwerpen anzegem ardennen ardooie
    arendonk as asse assenede avelgem baarle-hertog balen beernem beerse beersel begijnendijk bekkevoort belgie
    berchem bergen beringen berlaar berlare bertem bever beveren beveren-kruibeke bierbeek bilzen bilzen-hoeselt
    blankenberge bocholt boechout bonheiden boom boortmeerbeek borgerhout borgloon bornem borsbeek boutersem brabant
    brakel brasschaat brecht breda bredene bree brugge brussel buggenhout damme deerlijk deinze demer dender
    denderleeuw dendermonde denderstreek dentergem dessel destelbergen deurne diepenbeek diest dijle diksmuide
    dilbeek dilsen-stokkem doornik drogenbos duffel duitsland durme edegem eeklo eindhoven ekeren elsene erpe-mere
    essen etterbeek europa evere evergem frankrijk galmaarden ganshoren gavere geel geetbets genk gent gentbrugge
    geraardsbergen gingelom gistel glabbeek gooik grimbergen grobbendonk haacht haaltert hageland halen halle ham
    hamme hamont-achel harelbeke haspengouw hasselt hechtel-eksel heers heist-op-den-berg hemiksem herent herentals
    herenthout herk-de-stad herne herselt herstappe herzele heusden-zolder heuvelland heverlee hoboken hoegaarden
    hoeilaart hoeselt holsbeek hooglede hoogstraten horebeke houthalen-helchteren houthulst hove huldenberg hulshout
    ichtegem ieper ingelmunster izegem jabbeke jette kalmthout kampenhout kapelle-op-den-bos kapellen kaprijke
    kasterlee keerbergen kempen kessel-lo kinrooi kluisbergen knokke-heist koekelare koekelberg koksijde kontich
    kortemark kortenaken kortenberg kortessem kortrijk kraainem kruibeke kruisem kuurne laakdal laarne laken lanaken
    landen langemark-poelkapelle lebbeke lede ledeberg ledegem leie lendelede lennik leopoldsburg leuven
    lichtervelde liedekerke lier lierde lievegem lille limburg linkebeek lint linter lo-reninge lochristi lokeren
    lommel londerzeel lubbeek luik lummen maarkedal maaseik maasland maasmechelen maastricht machelen maldegem malle
    mechelen mechelen-willebroek meerhout meetjesland meise melle menen merchtem merelbeke merelbeke-melle merksem
    merksplas mesen meulebeke middelkerke moerbeke mol molenbeek moorslede mortsel namen nazareth nederland nete
    niel nieuwerkerken nieuwpoort nijlen nijvel ninove noorderkempen olen oost-vlaanderen oostende oosterzele
    oostkamp oostrozebeke opwijk oud-heverlee oud-turnhout oudenaarde oudenburg oudergem overijse pajottegem
    pajottenland peer pelt pepingen pittem poperinge putte puurs puurs-sint-amands ranst ravels retie riemst
    rijkevorsel rijsel roeselare ronse roosdaal rotselaar rotterdam ruiselede rumst rupel schaarbeek schelde schelle
    scherpenheuvel scherpenheuvel-zichem schilde schoten sint-amands sint-genesius-rode sint-gillis-waas
    sint-katelijne-waver sint-laureins sint-lievens-houtem sint-martens-latem sint-niklaas sint-pieters-leeuw
    sint-truiden spiere-helkijn stabroek staden steenokkerzeel stekene temse ternat tervuren tessenderlo
    tessenderlo-ham tielt tielt-winge tienen tilburg tongeren tongeren-borgloon torhout tremelo turnhout ukkel
    utrecht veurne vilvoorde vlaams-brabant vlaanderen vleteren voeren voorkempen vorselaar vorst vosselaar
    waals-brabant waarschoot waas waasland waasmunster wachtebeke wallonie waregem watermaal-bosvoorde waver wellen
    wemmel wervik west-vlaanderen westerlo westhoek wetteren wevelgem wezembeek-oppem wichelen wielsbeke wijnegem
    willebroek wilrijk wingene wommelgem wortegem-petegem wuustwezel zandhoven zaventem zedelgem zele zelzate zemst
    zingem zoersel zomergem zonhoven zonnebeke zottegem zoutleeuw zuiderkempen zuienkerke zulte zutendaal zwalm
    zwevegem zwijndrecht""".split()
)


def is_place(word: str) -> bool:
    """True for the name of a municipality or a region, however its letters are made."""
    return re.sub(r"['’]s\Z", "", folded(word).lower()) in _TOWNS
